/** How rounds and rooms end: a round leaves its result, and a room of a server that stops waits for its round. */
import { type ModeKey, modeOf, TICK_HZ } from "../../shared/content/index.ts";
import type { PlayerRecord } from "../../shared/protocol.ts";
import { type ArenaState, isPlay, NOBODY, Phase } from "../../shared/state/index.ts";

/** What stays of a round. */
export interface RoundResult {
  /** When it ended, ISO 8601. */
  readonly at: string;
  readonly room: string;
  readonly arena: string;
  readonly mode: ModeKey;
  readonly round: number;
  /** False for a round that was cut off: the standings are those of that moment. */
  readonly finished: boolean;
  /** Slot, or team in a team mode, of who has won; null when nobody has. */
  readonly winner: number | null;
  /** Scores of the teams in their order; empty in a mode without. */
  readonly teams: readonly number[];
  /** Best first. */
  readonly players: readonly PlayerRecord[];
}

export interface Rounds {
  /** To be called after each tick. */
  stepped(): void;
  /** The room ends now; a round that is not over leaves what it has, once. */
  cut(): void;
}

/**
 * Watches the rounds of a match and hands over the result of each.
 * @param records what everybody has done so far
 */
export function watchRounds(
  { state, records }: { readonly state: ArenaState; records(): PlayerRecord[] },
  room: string,
  record: (result: RoundResult) => void,
): Rounds {
  let phase = state.phase;
  let wasCut = false;

  const hand = (finished: boolean): void => {
    const players = records().sort((a, b) => b.score - a.score || a.deaths - b.deaths);
    const { arena, round, azureScore, emberScore } = state;
    const { key: mode, teams } = modeOf(state.mode);
    const winner = state.winner === NOBODY ? null : state.winner;
    const scores = teams ? [azureScore, emberScore] : [];
    record({
      at: new Date().toISOString(),
      room,
      arena,
      mode,
      round,
      finished,
      winner,
      teams: scores,
      players,
    });
  };

  return {
    stepped() {
      if (state.phase === phase) return;
      phase = state.phase;
      if (phase === Phase.podium) hand(true);
    },
    cut() {
      if (wasCut) return;
      wasCut = true;
      // Bots among themselves play for nobody.
      const played = [...state.players.values()].some((player) => !player.bot);
      if (isPlay(state.phase) && played) hand(false);
    },
  };
}

/** The end of a room that waits for its round. */
export interface Closing {
  /** Whole seconds, at most, until the room closes. */
  secondsLeft(nowMs: number): number;
  /** Whether it closes now: the result has been shown, nothing is being played, or the time is up. */
  due(nowMs: number): boolean;
}

/**
 * @param deadlineMs when the room closes at the latest, on the clock that is passed as `nowMs`
 * @param podiumTicks how long a result is shown
 */
export function createClosing(state: ArenaState, deadlineMs: number, podiumTicks: number): Closing {
  const ticksLeft = (): number => state.phaseEndsAt - state.tick + (isPlay(state.phase) ? podiumTicks : 0);
  return {
    secondsLeft: (nowMs) =>
      Math.max(0, Math.ceil(Math.min((deadlineMs - nowMs) / 1000, ticksLeft() / TICK_HZ))),
    // The last tick of the phase, for the next one would begin something new.
    due: (nowMs) => nowMs >= deadlineMs || ticksLeft() <= 1,
  };
}
