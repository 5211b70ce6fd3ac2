import type { Parameters } from "./parameters.ts";
import { decideVote, voteOutcome, type Vote } from "./rules.ts";
import { failed, proposeText, weighText, type Result, type Scene } from "./texts.ts";
import type { Track } from "./world.ts";

/** A vote on the forum's text. */
export function runVote(rule: Vote, track: Track, scene: Scene): Result {
  proposeText(track, scene);
  const { decision, majorAgainst } = voteOn(rule, track, scene);
  if (decision === "no quorum") return failed(voteOutcome.noQuorum);
  if (decision === "rejected") return failed(voteOutcome.rejected);
  return { ...failed(majorAgainst ? voteOutcome.againstMajor : voteOutcome.broad), adopted: true };
}

/** Counts the ballots of those present on the text on the table: yes where it is worth more than the band of abstention, no where it is worth less than minus that. */
export function voteOn(rule: Vote, track: Track, { world, parameters, draw, threats }: Scene) {
  const { members } = track;
  weighText(draw.text, track, { world, parameters, draw, threats });
  if (track.hasSeries) recallLastVotes(track, draw.worth, parameters);
  let [yes, no, abstaining, majorAgainst] = [0, 0, 0, false];
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if ((draw.presence[party] ?? 1) >= parameters.attendance) continue;
    const worth = draw.worth[party] ?? 0;
    if (worth > parameters.abstentionBand) yes++;
    else if (worth < -parameters.abstentionBand) {
      no++;
      majorAgainst ||= world.isMajor[party] === 1;
    } else abstaining++;
  }
  return { decision: decideVote(rule, { yes, no, abstaining, members: members.length }, track.quorum), majorAgainst };
}

/** The last answer weighs on the next one: it draws towards yes or no, and an abstention is left only for what is worth that much more, either way. It moves no position. */
function recallLastVotes({ members, pull, abstained }: Track, worth: Float64Array, { persistence }: Parameters): void {
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    const value = (worth[party] ?? 0) + persistence * (pull[party] ?? 0);
    worth[party] = abstained[party] === 1 ? Math.sign(value) * Math.max(0, Math.abs(value) - persistence) : value;
  }
}
