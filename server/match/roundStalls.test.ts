import { describe, expect, test } from "vitest";
import { Life, STEER_MAX } from "../../shared/sim/index.ts";
import { Phase } from "../../shared/state/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { FIRE, type Game, startGame } from "./testing.ts";

const ARENA = { ...emptyArena(30, 20), name: "first" };
const OTHER = { ...emptyArena(12, 12), name: "second" };

/** A round of all phases, each of its own length in ticks. */
const PHASES = {
  warmupTicks: 20,
  countdownTicks: 10,
  liveTicks: 50,
  overtimeTicks: 30,
  podiumTicks: 15,
  voteTicks: 25,
};
/** Ticks from the beginning of a round to its end when it is level. */
const WHOLE = 150;
/** Each phase, and a tick of the first round at which it is under way when the round is level. */
const MOMENTS = [
  ["warm-up", Phase.warmup, 5],
  ["countdown", Phase.countdown, 25],
  ["live play", Phase.live, 40],
  ["overtime", Phase.overtime, 90],
  ["podium", Phase.podium, 115],
  ["vote", Phase.vote, 130],
] as const;
/** A match of two people on two maps, with all phases. */
function whole(): Game {
  return startGame(ARENA, ["ada", "ben"], PHASES, 1, { arenas: [ARENA, OTHER] });
}

describe("nothing stalls a round", () => {
  /** Steps on until the next round has begun; fails when that takes longer than a whole round. */
  function toNextRound(game: Game): void {
    const { state } = game.match;
    const { round } = state;
    for (let tick = 0; tick <= WHOLE && state.round === round; tick++) game.step();
    expect(state.round).toBe(round + 1);
  }

  test.each(MOMENTS)("when everybody leaves in the %s", (_name, phase, tick) => {
    const game = whole();
    game.let("ada", FIRE);
    game.step(tick);
    expect(game.match.state.phase).toBe(phase);
    for (const id of ["ada", "ben", "nobody"]) game.match.leave(id);
    toNextRound(game);
    toNextRound(game);
    expect(game.match.state.players.size).toBe(0);
    game.match.join("cem", "Cem");
    expect(game.player("cem").alive).not.toBe(Life.out);
  });

  test.each(MOMENTS)("when all connections are lost in the %s", (_name, phase, tick) => {
    const game = whole();
    game.step(tick);
    expect(game.match.state.phase).toBe(phase);
    for (const id of ["ada", "ben"]) game.match.cover(id);
    toNextRound(game);
    toNextRound(game);
    for (const id of ["ada", "ben"]) game.match.handBack(id);
    expect([...game.match.state.players.keys()]).toEqual(["ada", "ben"]);
    toNextRound(game);
  });

  test.each(MOMENTS)("when everybody watches from the %s on", (_name, phase, tick) => {
    const game = whole();
    game.step(tick);
    expect(game.match.state.phase).toBe(phase);
    for (const id of ["ada", "ben"]) game.match.spectate(id);
    toNextRound(game);
    toNextRound(game);
    expect(game.match.state.players.size).toBe(0);
    expect(game.match.state.spectators.size).toBe(2);
    game.match.play("ada");
    toNextRound(game);
    expect(game.player("ada").alive).not.toBe(Life.out);
  });

  test.each(MOMENTS)("when somebody joins in the %s, and they are in play", (_name, phase, tick) => {
    const game = whole();
    game.step(tick);
    expect(game.match.state.phase).toBe(phase);
    game.match.join("cem", "Cem");
    const life = phase === Phase.countdown ? Life.held : Life.flying;
    expect(game.player("cem")).toMatchObject({
      slot: 2,
      name: "Cem",
      alive: life,
      score: 0,
      protected: true,
    });
    game.let("cem", { mx: STEER_MAX });
    toNextRound(game);
    expect(game.player("cem")).toMatchObject({ score: 0 });
    expect(game.match.state.players.size).toBe(3);
  });

  test.each(MOMENTS)(
    "when somebody leaves in the %s, and their slot is free for the next",
    (_name, phase, tick) => {
      const game = whole();
      game.let("ada", FIRE);
      game.step(tick);
      expect(game.match.state.phase).toBe(phase);
      game.match.leave("ada");
      expect(game.match.state.players.has("ada")).toBe(false);
      toNextRound(game);
      game.match.join("cem", "Cem");
      expect(game.player("cem").slot).toBe(0);
    },
  );

  test.each(MOMENTS)("when somebody watches and comes back in the %s", (_name, phase, tick) => {
    const game = whole();
    game.step(tick);
    expect(game.match.state.phase).toBe(phase);
    for (let i = 0; i < 5; i++) {
      game.match.spectate("ada");
      game.step();
      game.match.play("ada");
    }
    toNextRound(game);
    expect(game.player("ada").alive).not.toBe(Life.out);
    expect(game.match.state.spectators.size).toBe(0);
  });
});
