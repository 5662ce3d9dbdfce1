import type { PhaseName, Round, World } from "../../net/index.ts";
import type { Voice } from "./voice.ts";

/** Seconds before the end of a round that are counted, and how loud beside those before its beginning. */
const LAST_SECONDS = 5;
const LAST_GAIN = 0.55;
/** A vote of somebody else beside the own. */
const OTHERS_VOTE = 0.4;

/** The second that is counted aloud; 0 for none. */
function countedSecond({ phase, secondsLeft }: Round): number {
  const second = Math.ceil(secondsLeft);
  if (phase === "countdown") return second;
  return (phase === "live" || phase === "overtime") && second <= LAST_SECONDS ? second : 0;
}

function votesOf({ choices }: Round): number {
  let votes = 0;
  for (const choice of choices) votes += choice.votes;
  return votes;
}

/** Hears the clock of the round, and the votes for the next one. To be called once a frame; allocates nothing. */
export function createRoundWatch(world: Pick<World, "round">, voice: Voice): (deaf: boolean) => void {
  let phase: PhaseName | null = null;
  let second = 0;
  let votes = 0;
  let ownVote: number | null = null;

  const watchVotes = (round: Round, isNew: boolean, deaf: boolean): void => {
    const counted = votesOf(round);
    if (!deaf && !isNew && round.phase === "vote") {
      if (round.ownVote !== ownVote && round.ownVote !== null) voice.everywhere("vote");
      else if (counted > votes) voice.everywhere("vote", { gain: OTHERS_VOTE });
    }
    votes = counted;
    ownVote = round.ownVote;
  };

  return (deaf) => {
    const { round } = world;
    const isNew = round.phase !== phase;
    phase = round.phase;
    const counted = countedSecond(round);
    if (!deaf && counted > 0 && counted !== second)
      voice.everywhere("countdown", { gain: round.phase === "countdown" ? 1 : LAST_GAIN });
    second = counted;
    watchVotes(round, isNew, deaf);
  };
}
