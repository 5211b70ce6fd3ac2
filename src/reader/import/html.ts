import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

/** A page of HTML as Markdown with tables; scripts, styles and navigation are left out, words are not. */
export const htmlToMarkdown = (html: string): string =>
  String(
    unified()
      .use(rehypeParse)
      .use(rehypeRemark, { handlers: Object.fromEntries(silent.map((tag) => [tag, () => undefined])) })
      .use(remarkGfm, { tablePipeAlign: false })
      .use(remarkStringify, { bullet: "-", rule: "-", emphasis: "_" })
      .processSync(html),
  );

const silent = ["script", "style", "nav", "noscript", "template", "svg"];
