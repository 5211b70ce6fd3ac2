/** A scenario or hypothesis by id and title, `A: Opened for signature`; the title alone where the two are one word. */
export const stateName = ({ id, title }: { readonly id: string; readonly title: string }): string => (title.toLowerCase() === id.toLowerCase() ? title : `${id}: ${title}`);
