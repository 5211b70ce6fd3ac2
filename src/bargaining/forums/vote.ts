import type { Track } from "./negotiation.ts";
import { decideVote, voteOutcome, type Vote } from "./rules.ts";
import { failed, firstText, weighText, type Result, type Scene } from "./texts.ts";

/** A vote on the forum's text. */
export function runVote(rule: Vote, track: Track, scene: Scene): Result {
  const text = firstText(track, scene);
  const { decision, majorAgainst } = voteOn(text, rule, { track, scene });
  if (decision === "no quorum") return failed(voteOutcome.noQuorum);
  if (decision === "rejected") return failed(voteOutcome.rejected);
  return { ...failed(majorAgainst ? voteOutcome.againstMajor : voteOutcome.broad), text };
}

/** Counts the ballots of those present: yes where the text is worth more than the band of abstention, no where it is worth less than minus that. */
export function voteOn(text: number, rule: Vote, { track, scene }: { readonly track: Track; readonly scene: Scene }) {
  const { world, parameters, draw } = scene;
  const { members } = track;
  weighText(text, track, scene);
  let [yes, no, abstaining, majorAgainst] = [0, 0, 0, false];
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (draw.attends[party] !== 1) continue;
    const worth = draw.worth[party] ?? 0;
    if (worth > parameters.abstentionBand) yes++;
    else if (worth < -parameters.abstentionBand) {
      no++;
      majorAgainst ||= (world.capability[party] ?? 0) >= parameters.majorCapability;
    } else abstaining++;
  }
  return { decision: decideVote(rule, { yes, no, abstaining, members: members.length }, parameters.quorum), majorAgainst };
}
