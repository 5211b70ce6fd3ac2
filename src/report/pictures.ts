import type { Block } from "#model/block";
import type { Picture } from "./figure.ts";
import { adoptionCurve } from "./pictures/adoption-curve.ts";
import { agreementMatrix } from "./pictures/agreement-matrix.ts";
import { forecastOverTime } from "./pictures/forecast-over-time.ts";
import { forumBoard } from "./pictures/forum-board.ts";
import { indicatorBoard } from "./pictures/indicator-board.ts";
import { leverageBars } from "./pictures/leverage-bars.ts";
import { mechanismChain } from "./pictures/mechanism-chain.ts";
import { outcomeBars } from "./pictures/outcome-bars.ts";
import { positionLadder } from "./pictures/position-ladder.ts";
import { scenarioLadder } from "./pictures/scenario-ladder.ts";
import { timeline } from "./pictures/timeline.ts";
import { voteBars } from "./pictures/vote-bars.ts";
import { voteChanges } from "./pictures/vote-changes.ts";
import { voteMap } from "./pictures/vote-map.ts";
import { waterfall } from "./pictures/waterfall.ts";
import { weightOfEvidence } from "./pictures/weight-of-evidence.ts";
import type { Rendering } from "./rendering.ts";

type TextKind = "heading" | "prose" | "list" | "table" | "facts" | "callout" | "quote";

/** The blocks that are drawn. */
export type PictureBlock = Exclude<Block, { readonly kind: TextKind }>;

/** Draws a block: the one place that knows which picture belongs to which kind. */
export function pictureOf(block: PictureBlock, page: Rendering): Picture {
  switch (block.kind) {
    case "scenario-ladder":
      return scenarioLadder(block, page);
    case "forecast-over-time":
      return forecastOverTime(block, page);
    case "weight-of-evidence":
      return weightOfEvidence(block, page);
    case "waterfall":
      return waterfall(block, page);
    case "indicator-board":
      return indicatorBoard(block, page);
    case "mechanism-chain":
      return mechanismChain(block, page);
    case "leverage-bars":
      return leverageBars(block, page);
    case "position-ladder":
      return positionLadder(block, page);
    case "adoption-curve":
      return adoptionCurve(block);
    case "forum-board":
      return forumBoard(block, page);
    case "outcome-bars":
      return outcomeBars(block, page);
    case "vote-bars":
      return voteBars(block, page);
    case "vote-map":
      return voteMap(block, page);
    case "vote-changes":
      return voteChanges(block, page);
    case "agreement-matrix":
      return agreementMatrix(block);
    case "timeline":
      return timeline(block, page);
  }
}
