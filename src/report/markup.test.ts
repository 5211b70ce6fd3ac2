import { expect, it } from "vitest";
import { escapeText, joined, markup, nothing, trusted } from "./markup.ts";

it("escapes every value that is not markup", () => {
  const hostile = `<img src=x onerror="alert('1')">&\``;
  expect(markup`<p title="${hostile}">${hostile}</p>`.text).toBe(
    `<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;&#96;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;&#96;</p>`,
  );
});

it("lets markup through once and joins lists", () => {
  const item = (text: string) => markup`<li>${text}</li>`;
  expect(markup`<ul>${["a<b", "c"].map(item)}</ul>`.text).toBe("<ul><li>a&lt;b</li><li>c</li></ul>");
  expect(joined(["a", markup`<b>b</b>`, "<"], ", ").text).toBe("a, <b>b</b>, &lt;");
  expect(trusted("<i>").text).toBe("<i>");
});

it("leaves nothing for what is absent, and writes numbers as they are", () => {
  expect(markup`${undefined}${false}${nothing}${0}${-1.5}`.text).toBe("0-1.5");
});

it("drops control characters, which HTML forbids, and keeps white space", () => {
  expect(escapeText("a\u0000b\u0008\tc\nd")).toBe("ab\tc\nd");
});
