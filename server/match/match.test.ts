import { describe, expect, test } from "vitest";
import { ModeId } from "../../shared/content/index.ts";
import { STEER_MAX } from "../../shared/sim/index.ts";
import { emptyArena, loadArena } from "../../tests/fixtures/arenas.ts";
import { type CommandSource, createMatch, STAGES } from "./match.ts";
import { DEFAULT_RULES } from "./rules.ts";
import { command, startGame } from "./testing.ts";
import { NO_REWIND } from "./world.ts";

const ARENA = emptyArena(30, 20);
const NOBODY = { take(): void {} };

describe("commands", () => {
  test("that are late leave a drone standing; it catches up when two come on one tick", () => {
    const late = startGame(ARENA, ["ada"]);
    const punctual = startGame(ARENA, ["ada"]);
    const { x } = late.player("ada");
    late.step(1);
    expect(late.player("ada").x).toBe(x);
    const right = command({ mx: STEER_MAX });
    const both: CommandSource["take"] = (_id, sink) => {
      sink(right, 1, 0);
      sink(right, 2, 0);
    };
    late.match.step({ take: both }, NO_REWIND);
    punctual.let("ada", right);
    punctual.step(2);
    expect(late.player("ada").x).toBeGreaterThan(x);
    expect(late.player("ada").x).toBe(punctual.player("ada").x);
  });

  test("are asked of people who are here, and of nobody else", () => {
    const game = startGame(ARENA, ["ada", "ben", "cem", "dan"], { fill: 6 });
    game.match.cover("ben");
    game.match.spectate("cem");
    const asked: string[] = [];
    game.match.step({ take: (id) => asked.push(id) }, NO_REWIND);
    expect(asked).toEqual(["ada", "dan"]);
  });
});

describe("a tick", () => {
  test("goes through its stages in their order", () => {
    const laps: string[] = [];
    const lap = (stage: string): void => {
      if (laps.at(-1) !== stage) laps.push(stage);
    };
    const rules = { ...DEFAULT_RULES, fill: 0 };
    const match = createMatch({ arena: ARENA, rules, seed: 1, lap });
    match.join("ada", "Ada");
    match.step(NOBODY, NO_REWIND);
    expect(laps).toEqual([...STAGES]);
  });

  test("hands out only what happened in it", () => {
    const game = startGame(ARENA, ["ada"], { liveTicks: 5, podiumTicks: 5 });
    expect(game.step(5).map(({ type }) => type)).toEqual(["stats"]);
    expect(game.step(2)).toEqual([]);
  });
});

describe("a match that is carried on from its state", () => {
  test("keeps round, clock, seats and scores, and plays on", () => {
    const arena = loadArena("foundry");
    const rules = { ...DEFAULT_RULES, fill: 4 };
    const first = createMatch({ arena, rules, seed: 3 });
    first.join("ada", "Ada");
    for (let i = 0; i < 300; i++) first.step(NOBODY, NO_REWIND);
    first.state.players.get("ada")!.score = 9;
    const { tick, round } = first.state;
    const second = createMatch({ arena, rules, seed: 4, state: first.state });
    expect(second.state).toMatchObject({ tick, round });
    expect(second.state.players.get("ada")).toMatchObject({ score: 9, name: "Ada" });
    for (let i = 0; i < 300; i++) second.step(NOBODY, NO_REWIND);
    expect(second.state.players.size).toBe(4);
    expect(second.state.tick).toBe(tick + 300);
  });

  test("keeps map, mode, teams and spectators", () => {
    const one = { ...ARENA, name: "one", modes: ["ffa", "tdm"] };
    const two = { ...one, name: "two" };
    const rules = {
      ...DEFAULT_RULES,
      fill: 0,
      warmupTicks: 0,
      countdownTicks: 0,
      podiumTicks: 0,
      voteTicks: 0,
    };
    const options = { arena: one, arenas: [one, two], modes: ["ffa", "tdm"] as const, rules, seed: 1 };
    const first = createMatch({ ...options, rules: { ...rules, liveTicks: 10, overtimeTicks: 0 } });
    for (const id of ["ada", "ben", "eva"]) first.join(id, id);
    first.spectate("eva");
    const isOther = (): boolean => first.state.arena === "two" && first.state.mode === ModeId.tdm;
    for (let i = 0; i < 500 && !isOther(); i++) first.step(NOBODY, NO_REWIND);
    expect(isOther()).toBe(true);
    const team = first.state.players.get("ben")!.team;
    const second = createMatch({ ...options, state: first.state });
    expect(second.arena).toBe(two);
    expect(second.state).toMatchObject({ arena: "two", mode: ModeId.tdm });
    expect(second.state.players.get("ben")!.team).toBe(team);
    expect(second.state.spectators.has("eva")).toBe(true);
    second.step(NOBODY, NO_REWIND);
    second.play("eva");
    expect(second.state.players.size).toBe(3);
  });
});
