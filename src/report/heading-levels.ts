import type { Block } from "#model/block";

/**
 * The level at which the block at each index stands below a heading of level `below`: headings keep their order of
 * rank and leave no level out, as readers who jump from heading to heading need it. For a block that is no heading it
 * is the level of the heading above.
 */
export function headingLevels(blocks: readonly Block[], below: number): readonly number[] {
  const highest = Math.min(...blocks.map((block) => (block.kind === "heading" ? block.level : 4)));
  let above = below;
  return blocks.map((block) => {
    if (block.kind === "heading") above = Math.min(above + 1, below + 1 + block.level - highest, 6);
    return above;
  });
}
