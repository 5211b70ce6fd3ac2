import world from "./world-shapes.json" with { type: "json" };

/** The map in its own units, x to the east and y to the south. */
export interface WorldMap {
  readonly width: number;
  readonly height: number;
  /** The outline of each state and territory by code, as the path data of SVG. */
  readonly shapes: ReadonlyMap<string, string>;
  /** Where a dot stands for each state that may vote and is too small to see, by code; dots do not touch. */
  readonly dots: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** Of a dot. */
  readonly radius: number;
}

/** The world in an equal-area projection (Equal Earth), after Natural Earth at 1:110 million. */
export const worldMap: WorldMap = {
  width: world.width,
  height: world.height,
  radius: world.radius,
  shapes: new Map(Object.entries(world.shapes)),
  dots: new Map(Object.entries<readonly number[]>(world.dots).map(([code, [x = 0, y = 0]]) => [code, [x, y]])),
};
