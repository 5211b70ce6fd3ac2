/** Who wants what on some issues, and how much it matters to whom: what programs of spatial bargaining take as input. */
export interface SpatialCase {
  readonly title: string;
  readonly description: string;
  readonly issues: readonly string[];
  readonly actors: readonly SpatialActor[];
}

export interface SpatialActor {
  readonly name: string;
  readonly description: string;
  /** From 0 up, in any unit. */
  readonly capability: number;
  /** In the order of the issues; undefined on an issue of which it has no view. */
  readonly stands: readonly (Stand | undefined)[];
}

/** Where an actor stands on an issue, on the issue's own scale, and how much it matters to it, from 0 to 1. */
export interface Stand {
  readonly position: number;
  readonly salience: number;
}
