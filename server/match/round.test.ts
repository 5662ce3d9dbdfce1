import { describe, expect, test } from "vitest";
import { DRONE, ModeId, modeOf, seconds, WeaponId } from "../../shared/content/index.ts";
import { Life, STEER_MAX } from "../../shared/sim/index.ts";
import { NOBODY, Phase } from "../../shared/state/index.ts";
import { drawArena, emptyArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { eventsOf, FIRE, type Game, startGame } from "./testing.ts";

const ARENA = { ...emptyArena(30, 20), name: "first" };
const OTHER = drawArena("########", "#s....s#", "#..hh..#", "#s....s#", "########", { name: "second" });

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
/** Play from the first tick on, with one map: podium, and the next round. */
const SHORT = { liveTicks: 100, overtimeTicks: 0, podiumTicks: 40 };

/** A match on two maps, with all phases. */
function whole(ids: readonly string[] = ["ada", "ben"], rules = {}): Game {
  return startGame(ARENA, ids, { ...PHASES, ...rules }, 1, { arenas: [ARENA, OTHER] });
}

/** Ada destroys Ben on this tick. */
function strike(game: Game): ReturnType<Game["step"]> {
  game.arm("ada", WeaponId.burst);
  game.place("ada", { x: 200, y: 200 });
  game.place("ben", { x: 260, y: 200 }).health = 1;
  game.let("ada", FIRE);
  const events = game.step();
  game.let("ada", {});
  return events;
}

describe("a round", () => {
  test("goes through its phases in their order, each for its time", () => {
    const game = whole();
    const { state } = game.match;
    const seen = [[state.phase, 0, state.phaseEndsAt]];
    while (state.round === 1) {
      game.step();
      if (state.phase !== seen.at(-1)![0]) seen.push([state.phase, state.tick, state.phaseEndsAt]);
    }
    expect(seen).toEqual([
      [Phase.warmup, 0, 20],
      [Phase.countdown, 20, 30],
      [Phase.live, 30, 80],
      [Phase.overtime, 80, 110],
      [Phase.podium, 110, 125],
      [Phase.vote, 125, 150],
      [Phase.warmup, 150, 170],
    ]);
    expect(state.round).toBe(2);
  });

  test("skips the phases of no length", () => {
    const game = startGame(ARENA, ["ada"], SHORT);
    const { state } = game.match;
    expect(state).toMatchObject({ round: 1, phase: Phase.live, phaseEndsAt: 100 });
    game.step(99);
    expect(state.phase).toBe(Phase.live);
    game.step();
    expect(state).toMatchObject({ round: 1, phase: Phase.podium, phaseEndsAt: 140 });
    game.step(40);
    expect(state).toMatchObject({ round: 2, phase: Phase.live, phaseEndsAt: 240 });
  });

  test("of play alone follows on the one before without a pause", () => {
    const game = startGame(ARENA, ["ada", "ben"], { ...SHORT, podiumTicks: 0 });
    game.step(100 * 5);
    expect(game.match.state).toMatchObject({ round: 6, phase: Phase.live });
  });

  test("follows on round, on and on, through maps", () => {
    const game = whole();
    const maps = new Set<string>();
    for (let round = 1; round <= 8; round++) {
      expect(game.match.state.round).toBe(round);
      maps.add(game.match.state.arena);
      game.step(WHOLE);
    }
    expect([...maps].sort()).toEqual(["first", "second"]);
  });

  test("tells what it is about and what ends it", () => {
    const { state } = whole().match;
    expect(state).toMatchObject({ mode: ModeId.ffa, goal: modeOf(ModeId.ffa).goal, winner: NOBODY });
  });
});

describe("the warm-up", () => {
  test("is free play in which nobody is hurt", () => {
    const game = whole();
    const events = strike(game);
    expect(eventsOf(events, "trace")).toHaveLength(1);
    expect(game.player("ben").alive).toBe(Life.flying);
    expect(game.player("ada")).toMatchObject({ kills: 0, score: 0 });
  });

  test("leaves nothing behind: all begin anew with the countdown", () => {
    const game = whole();
    strike(game);
    game.arm("ada", WeaponId.mine);
    game.let("ada", FIRE);
    game.step(5);
    expect(game.match.state.mines.size).toBeGreaterThan(0);
    game.step(20);
    expect(game.match.state.mines.size).toBe(0);
    expect(game.player("ada")).toMatchObject({ weapon: WeaponId.pulse, mineLoaded: 0 });
    expect(game.match.records()[0]!.shots).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

test("a warm-up without a countdown leaves nothing behind either", () => {
  const game = startGame(ARENA, ["ada", "ben"], { ...PHASES, countdownTicks: 0 });
  game.arm("ada", WeaponId.mine);
  game.let("ada", FIRE);
  game.step(19);
  expect(game.match.state.mines.size).toBe(1);
  game.let("ada", {});
  game.step();
  expect(game.match.state).toMatchObject({ phase: Phase.live });
  expect(game.match.state.mines.size).toBe(0);
  expect(game.player("ada")).toMatchObject({ alive: Life.flying, mineLoaded: 0 });
});

describe("the countdown", () => {
  test("holds everybody where they begin, until play lets them go", () => {
    const game = whole();
    game.let("ada", { ...FIRE, mx: STEER_MAX });
    game.step(20);
    const { x } = game.player("ada");
    expect(game.player("ada").alive).toBe(Life.held);
    const events = game.step(9);
    expect(game.player("ada")).toMatchObject({ x, alive: Life.held });
    expect(game.match.state.bolts.size).toBe(0);
    expect(events).toEqual([]);
    game.step(2);
    expect(game.player("ada").alive).toBe(Life.flying);
    expect(game.player("ada").x).toBeGreaterThan(x);
  });
});

describe("live play", () => {
  test("begins where everybody was held", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const game = startGame(OTHER, ["ada", "ben"], { ...PHASES, warmupTicks: 0 }, seed);
      game.step(9);
      const places = ["ada", "ben"].map((id) => ({ x: game.player(id).x, y: game.player(id).y }));
      game.step();
      expect(game.match.state.phase).toBe(Phase.live);
      expect([game.player("ada"), game.player("ben")]).toMatchObject(places);
    }
  });

  test("ends at once when somebody reaches the goal", () => {
    const game = whole();
    game.step(40);
    game.player("ada").score = game.match.state.goal - 1;
    strike(game);
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: 0 });
  });

  test("goes on when two reach the goal together, until one is ahead", () => {
    const game = whole();
    game.step(40);
    for (const id of ["ada", "ben"]) game.player(id).score = game.match.state.goal;
    game.step(5);
    expect(game.match.state.phase).toBe(Phase.live);
    game.player("ben").score += 1;
    game.step();
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: 1 });
  });

  test("ends with its time, without overtime when one is ahead", () => {
    const game = whole();
    game.step(40);
    strike(game);
    game.step(38);
    expect(game.match.state.phase).toBe(Phase.live);
    game.step();
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: 0 });
  });

  test("of one alone has no tie to break", () => {
    const game = whole(["ada"]);
    game.step(80);
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: 0 });
  });
});

describe("overtime", () => {
  test("ends with the first point", () => {
    const game = whole();
    game.step(90);
    expect(game.match.state.phase).toBe(Phase.overtime);
    strike(game);
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: 0 });
  });

  test("ends with an own mistake as well: who falls behind has lost", () => {
    const game = whole();
    game.step(90);
    game.player("ada").score -= 1;
    game.step();
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: 1 });
  });

  test("goes on while those who lead are level, and ends in a draw with its time", () => {
    const game = whole(["ada", "ben", "cem"]);
    game.step(40);
    for (const id of ["ada", "ben"]) game.player(id).score = 3;
    game.step(50);
    expect(game.match.state.phase).toBe(Phase.overtime);
    game.player("cem").score = 2;
    game.step(10);
    expect(game.match.state.phase).toBe(Phase.overtime);
    game.step(10);
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: NOBODY });
  });

  test("is won by who stays when the other leaves", () => {
    const game = whole();
    game.step(90);
    game.match.leave("ada");
    game.step();
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: 1 });
  });
});

describe("the podium", () => {
  test("shows the scores as they were; then the next round starts level", () => {
    const game = startGame(ARENA, ["ada", "ben"], SHORT);
    const done = { kills: 7, deaths: 2, assists: 1, captures: 3, score: 7 };
    Object.assign(game.player("ada"), done);
    game.step(139);
    expect(game.player("ada")).toMatchObject(done);
    game.step();
    expect(game.match.state).toMatchObject({ round: 2, phase: Phase.live, winner: NOBODY });
    for (const id of ["ada", "ben"]) {
      expect(game.player(id)).toMatchObject({
        ...{ kills: 0, deaths: 0, assists: 0, captures: 0, score: 0 },
        ...{ alive: Life.flying, health: DRONE.health },
      });
    }
  });

  test("comes with a clean sky, and the next round with everybody back, the dead included", () => {
    const game = startGame(ARENA, ["ada", "ben"], SHORT);
    game.let("ada", FIRE);
    game.step(99);
    expect(game.match.state.bolts.size).toBeGreaterThan(0);
    Object.assign(game.player("ben"), { alive: Life.out, respawnAt: 100_000 });
    game.step();
    expect(game.match.state.bolts.size).toBe(0);
    game.step(39);
    expect(game.match.state.bolts.size).toBeGreaterThan(0);
    game.step();
    expect(game.match.state.bolts.size).toBe(0);
    expect(game.player("ben")).toMatchObject({ alive: Life.flying, respawnAt: 0 });
  });

  test("hurts nobody any more", () => {
    const game = startGame(ARENA, ["ada", "ben"], SHORT);
    game.step(110);
    strike(game);
    expect(game.player("ben").alive).toBe(Life.flying);
  });
});

describe("a vote", () => {
  const LONG = { voteTicks: 600 };
  /** Everything up to the vote, and one tick of it. */
  const BEFORE = WHOLE - PHASES.voteTicks + 1;
  /** How long a vote goes on when everybody has voted. */
  const VOTED = seconds(3);

  test("closes soon when all who play have voted, whatever those who watch do", () => {
    const game = whole(["ada", "ben", "cleo"], LONG);
    game.match.spectate("cleo");
    game.step(BEFORE);
    game.match.vote("ada", 0);
    game.step(VOTED + 1);
    expect(game.match.state).toMatchObject({ round: 1, phase: Phase.vote });
    game.match.vote("ben", 1);
    game.step(VOTED);
    expect(game.match.state.round).toBe(1);
    game.step();
    expect(game.match.state.round).toBe(2);
  });

  test("is not drawn out by a change of mind, nor by the last ticks of its time", () => {
    const game = whole(["ada"], LONG);
    game.step(BEFORE);
    game.match.vote("ada", 0);
    game.step(VOTED - 1);
    game.match.vote("ada", 1);
    game.step(2);
    expect(game.match.state.round).toBe(2);
    const late = whole(["ada"], LONG);
    late.step(BEFORE);
    late.step(LONG.voteTicks - 3);
    late.match.vote("ada", 0);
    late.step(2);
    expect(late.match.state.round).toBe(2);
  });

  test("does not wait for bots, nor for whose bot stands in", () => {
    const game = whole(["ada", "ben"], { ...LONG, fill: 6 });
    game.step(BEFORE);
    game.match.cover("ben");
    game.match.vote("ada", 0);
    game.step(VOTED + 1);
    expect(game.match.state.round).toBe(2);
  });

  test("takes its whole time when nobody plays", () => {
    const game = whole([], { ...LONG, fill: 2 });
    game.step(BEFORE);
    game.step(LONG.voteTicks - 2);
    expect(game.match.state.round).toBe(1);
    game.step();
    expect(game.match.state.round).toBe(2);
  });
});

describe("the next map", () => {
  test("is ready: everybody inside of it at a spawn, its racks filled, the old one's gone", () => {
    const game = whole();
    game.step(130);
    expect(game.match.state.ballot.map(({ arena }) => arena)).toContain("second");
    const second = game.match.state.ballot.findIndex(({ arena }) => arena === "second");
    for (const id of ["ada", "ben"]) game.match.vote(id, second);
    game.step(20);
    expect(game.match.state).toMatchObject({ round: 2, arena: "second" });
    expect(game.match.arena).toBe(OTHER);
    expect(game.match.state.racks).toHaveLength(2);
    const spawns = [middleOf(1, 1), middleOf(6, 1), middleOf(1, 3), middleOf(6, 3)];
    for (const id of ["ada", "ben"]) {
      const { x, y } = game.player(id);
      expect(spawns).toContainEqual({ x, y });
    }
    game.place("ada", middleOf(3, 2)).health = 10;
    expect(eventsOf(game.step(), "taken")).toHaveLength(1);
  });

  test("is found by bots as well as by people", () => {
    const game = whole(["ada"], { fill: 4 });
    game.step(WHOLE * 4);
    expect(game.match.state.round).toBe(5);
    const { columns, rows, tile } = game.match.arena;
    for (const player of game.match.state.players.values()) {
      expect(player.x > 0 && player.x < columns * tile && player.y > 0 && player.y < rows * tile).toBe(true);
    }
  });
});
