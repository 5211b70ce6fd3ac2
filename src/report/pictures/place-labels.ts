/** A rectangle, from its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A label that wishes to stand beside a point; those with more weight choose first. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly weight: number;
}

export interface LabelRoom {
  readonly height: number;
  /** Half the size of a mark: no label covers one. */
  readonly mark: number;
  readonly bounds: Box;
}

/**
 * Puts labels beside points, to the right, left, above, below or at a corner, so that no label covers a mark or another label or leaves
 * the bounds. Gives the box of each, in the order of the wishes; undefined where there is no room for it.
 */
export function placeLabels(wishes: readonly LabelWish[], { height, mark, bounds }: LabelRoom): readonly (Box | undefined)[] {
  const marks = wishes.map(({ x, y }): Box => ({ x: x - mark, y: y - mark, width: 2 * mark, height: 2 * mark }));
  const taken: Box[] = [];
  const boxes: (Box | undefined)[] = wishes.map(() => undefined);
  const order = wishes.map((_, index) => index).toSorted((a, b) => (wishes[b]?.weight ?? 0) - (wishes[a]?.weight ?? 0) || a - b);
  for (const index of order) {
    const wish = wishes[index];
    const box = wish && places(wish, height, mark).find((one) => inside(one, bounds) && !taken.some((other) => overlap(one, other)) && !marks.some((other) => overlap(one, other)));
    if (!box) continue;
    taken.push(box);
    boxes[index] = box;
  }
  return boxes;
}

function places({ x, y, width }: LabelWish, height: number, mark: number): readonly Box[] {
  const gap = mark + 1.5;
  const [left, right, middle] = [x - gap - width, x + gap, x - width / 2];
  const [above, below, beside] = [y - gap - height, y + gap, y - height / 2];
  const corner = 0.7 * mark;
  const at = (boxX: number, boxY: number): Box => ({ x: boxX, y: boxY, width, height });
  return [at(right, beside), at(left, beside), at(middle, above), at(middle, below), at(x + corner, y - corner - height), at(x - corner - width, y - corner - height), at(x + corner, y + corner), at(x - corner - width, y + corner)];
}

export const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const inside = (box: Box, bounds: Box): boolean => box.x >= bounds.x && box.y >= bounds.y && box.x + box.width <= bounds.x + bounds.width && box.y + box.height <= bounds.y + bounds.height;
