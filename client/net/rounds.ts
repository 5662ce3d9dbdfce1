import { TICK_HZ } from "../../shared/content/index.ts";
import { type ArenaState, NOBODY, Phase } from "../../shared/state/index.ts";
import type { Choice, PhaseName, World } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** Names of the phases by how they travel. */
const PHASE_NAMES = Object.entries(Phase).reduce<PhaseName[]>((names, [name, phase]) => {
  names[phase] = name as PhaseName;
  return names;
}, []);

function mirrorBallot(choices: Choice[], ballot: ArenaState["ballot"]): void {
  if (choices.length > ballot.length) choices.length = ballot.length;
  for (let i = 0; i < ballot.length; i++) {
    const { arena, mode, votes } = ballot[i]!;
    choices[i] ??= { arena, mode, votes };
    const choice = choices[i]!;
    choice.arena = arena;
    choice.mode = mode;
    choice.votes = votes;
  }
}

/**
 * Keeps the round up to date: its clock, its score, what can be voted for.
 * @returns to be called once a frame with the tick that the server is at by now
 */
export function createRounds(
  state: ArenaState,
  world: World,
): (tick: number, emit: (event: WorldEvent) => void) => void {
  const { round } = world;
  /** Whoever comes into a phase is not told that it begins. */
  let known = false;
  return (tick, emit) => {
    const phase = PHASE_NAMES[state.phase] ?? "live";
    if (known && state.round !== round.number) world.records = null;
    round.number = state.round;
    round.mode = state.mode;
    round.goal = state.goal;
    round.teamScores[1] = state.azureScore;
    round.teamScores[2] = state.emberScore;
    round.winner = state.winner === NOBODY ? null : state.winner;
    round.secondsLeft = Math.max(0, state.phaseEndsAt - tick) / TICK_HZ;
    mirrorBallot(round.choices, state.ballot);
    if (phase === round.phase && known) return;
    round.phase = phase;
    round.ownVote = null;
    if (known) emit({ type: "phase", phase });
    known = true;
  };
}
