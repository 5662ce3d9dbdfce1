/** The rules of docs/fairness.md, as far as the match decides them. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Spot } from "../../shared/arena/index.ts";
import { DRONE, ModeId, modeOf, TICK_MS, WeaponId, weaponOf } from "../../shared/content/index.ts";
import { angleTo } from "../../shared/math/index.ts";
import { Button } from "../../shared/sim/index.ts";
import type { PlayerState } from "../../shared/state/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { hurt } from "./damage.ts";
import type { CommandSource } from "./match.ts";
import { command, createScene, eventsOf, FIRE, fighterAt, type Game, startGame } from "./testing.ts";
import type { Rewind } from "./world.ts";

const ARENA = emptyArena(60, 40);
const ADA = { x: 200, y: 200 };
const BURST = weaponOf(WeaponId.burst);

/** A true past: every second tick goes out as a patch, and between two patches drones are drawn on a straight line. */
function keepPast(game: Game): { rewind: Rewind; step(ticks?: number): ReturnType<Game["step"]> } {
  const trails = new Map<PlayerState, { tick: number; x: number; y: number }[]>();
  const rewind: Rewind = {
    positionAt(player, agoMs, out) {
      const then = game.match.state.tick - agoMs / TICK_MS;
      const trail = trails.get(player) ?? [];
      const after = trail.findIndex(({ tick }) => tick >= then);
      const [from, to] = [trail[after - 1], trail[after]];
      if (agoMs <= 0 || from === undefined || to === undefined) {
        out.x = player.x;
        out.y = player.y;
        return;
      }
      const part = (then - from.tick) / (to.tick - from.tick);
      out.x = from.x + (to.x - from.x) * part;
      out.y = from.y + (to.y - from.y) * part;
    },
  };
  return {
    rewind,
    step(ticks = 1) {
      const events: ReturnType<Game["step"]> = [];
      for (let i = 0; i < ticks; i++) {
        events.push(...game.step(1, rewind));
        const { tick, players } = game.match.state;
        if (tick % 2 !== 0) continue;
        for (const player of players.values()) {
          const trail = trails.get(player) ?? [];
          trail.push({ tick, x: player.x, y: player.y });
          trails.set(player, trail);
        }
      }
      return events;
    },
  };
}

let game: Game;
let ada: PlayerState;
let ben: PlayerState;
let past: ReturnType<typeof keepPast>;
beforeEach(() => {
  game = startGame(ARENA, ["ada", "ben"]);
  past = keepPast(game);
  ada = game.place("ada", ADA);
  ben = game.place("ben", { x: 450, y: 200 });
  game.arm("ada", WeaponId.burst);
  past.step(60);
});

/** Lets Ada fire a ray on every tick from now on, always at one place. */
function adaFiresAt(spot: Spot, agoMs: number): void {
  game.let("ada", { ...FIRE, aim: angleTo(spot.x - ADA.x, spot.y - ADA.y) }, agoMs);
}

/** Goes on for some ticks while Ada's weapon is always ready. Returns the hits. */
function rain(ticks: number) {
  const hits: ReturnType<Game["step"]> = [];
  for (let i = 0; i < ticks; i++) {
    game.arm("ada", WeaponId.burst);
    ben.protected = false;
    hits.push(...past.step());
  }
  return eventsOf(hits, "hit");
}

describe("a place that somebody has left", () => {
  test("by dying is empty, and so is the way to where they came back", () => {
    ben.health = 1;
    adaFiresAt(ben, 0);
    while (ben.alive !== 0) past.step();
    game.let("ada", {});
    while (ben.alive === 0) past.step();
    const [death, back] = [
      { x: 450, y: 200 },
      { x: 450, y: 420 },
    ];
    game.place("ben", back);
    ben.health = 100;
    for (const part of [0, 0.25, 0.5, 0.75]) {
      adaFiresAt({ x: 450, y: death.y + (back.y - death.y) * part }, 200);
      expect(rain(4)).toEqual([]);
    }
    game.let("ada", {});
    past.step(20);
    adaFiresAt(back, 200);
    expect(rain(4).length).toBeGreaterThan(0);
  });

  test.each([0, 0.5, 1, 1.5])(
    "on the way back is passed by nobody, seen %d ticks after the return",
    (ticks) => {
      ben.health = 1;
      adaFiresAt(ben, 0);
      while (ben.alive !== 0) past.step();
      game.let("ada", {});
      while (ben.alive === 0) past.step();
      const since = game.match.state.tick;
      game.place("ben", { x: 450, y: 420 });
      // Where a straight line between the two records has it.
      const seen = { x: 0, y: 0 };
      past.step(12);
      const agoMs = (game.match.state.tick + 1 - since - ticks) * TICK_MS;
      past.rewind.positionAt(ben, agoMs - TICK_MS, seen);
      adaFiresAt(seen, agoMs);
      expect(rain(1)).toEqual([]);
    },
  );

  test("by a dash is empty for whoever sees the dash", () => {
    const from = { x: ben.x, y: ben.y };
    game.let("ben", { my: 127, buttons: Button.dash });
    past.step(1);
    game.let("ben", {});
    past.step(50);
    expect(ben.y - from.y).toBeGreaterThan(80);
    // Ten ticks ago the dash was over; that is what Ada sees.
    adaFiresAt(from, 10 * TICK_MS);
    expect(rain(1)).toEqual([]);
    adaFiresAt(ben, 10 * TICK_MS);
    expect(rain(1)).toHaveLength(1);
  });

  test("by the beginning of a round is empty", () => {
    game = startGame(ARENA, ["ada", "ben"], {
      liveTicks: 100,
      overtimeTicks: 0,
      podiumTicks: 10,
      voteTicks: 0,
    });
    past = keepPast(game);
    past.step(50);
    const { round } = game.match.state;
    ben = game.player("ben");
    const old = game.place("ben", { x: 450, y: 200 });
    const left = { x: old.x, y: old.y };
    while (game.match.state.round === round) past.step();
    ada = game.place("ada", ADA);
    game.place("ben", { x: 450, y: 420 });
    adaFiresAt(left, 200);
    expect(rain(12)).toEqual([]);
    adaFiresAt(ben, 200);
    past.step(12);
    expect(rain(4).length).toBeGreaterThan(0);
  });
});

describe("a shooter who is dead on the server", () => {
  test("deals nothing with commands that come later, whatever was on the screen", () => {
    game.arm("ben", WeaponId.burst);
    ben.health = 1;
    adaFiresAt(ben, 100);
    past.step();
    expect(ben.alive).toBe(0);
    game.let("ada", {});
    // Ben saw Ada, and fired before he could know; it comes one tick too late.
    game.let("ben", { ...FIRE, aim: Math.PI }, 200);
    past.step(modeOf(ModeId.ffa).respawnTicks - 2);
    expect(ada.health).toBe(DRONE.health);
    expect(game.match.records()[1]!.shots.reduce((sum, shots) => sum + shots, 0)).toBe(0);
  });

  test("takes the rounds of a burst that have not left yet along", () => {
    game.arm("ben", WeaponId.burst);
    game.let("ben", { ...FIRE, aim: Math.PI });
    past.step();
    game.let("ben", { aim: Math.PI });
    ben.health = 1;
    adaFiresAt(ben, 0);
    past.step();
    expect(ben.alive).toBe(0);
    game.let("ada", {});
    past.step(BURST.roundGapTicks * BURST.rounds + 5);
    expect(ada.health).toBe(DRONE.health - BURST.damage);
  });

  test("trades when both commands are of the same tick, whoever sits first and however far each looks back", () => {
    for (const agoMs of [0, 300]) {
      for (const id of ["ada", "ben"]) game.arm(id, WeaponId.burst).health = 1;
      game.let("ada", { ...FIRE, aim: 0 }, agoMs);
      game.let("ben", { ...FIRE, aim: Math.PI }, 300 - agoMs);
      expect(eventsOf(past.step(), "kill")).toHaveLength(2);
      for (const id of ["ada", "ben"]) game.let(id, {});
      while (ada.alive === 0 || ben.alive === 0) past.step();
      game.place("ada", ADA);
      game.place("ben", { x: 450, y: 200 });
      past.step(40);
      for (const id of ["ada", "ben"]) game.player(id).protected = false;
    }
  });
});

describe("the victim is told", () => {
  test("where it was on the killer's screen, the killer's round trip, and how far the server looked back", () => {
    game.let("ben", { my: 127 });
    past.step(30);
    ada.ping = 80;
    ben.health = 1;
    const seen = { x: 0, y: 0 };
    past.rewind.positionAt(ben, 120 - TICK_MS, seen);
    adaFiresAt(seen, 120);
    const events = past.step();
    const death = events.find((event) => event.type === "death");
    expect(death?.to).toEqual({ only: "ben" });
    expect(death?.data).toMatchObject({ by: 0, weapon: WeaponId.burst, pingMs: 80, rewindMs: 120 });
    const { x, y } = eventsOf(events, "death")[0]!;
    expect(Math.abs(x - seen.x)).toBeLessThan(1);
    expect(Math.abs(y - seen.y)).toBeLessThan(1);
    expect(Math.abs(ben.y - y)).toBeGreaterThan(20);
  });

  test("of a bolt that flew in the present that the server did not look back", () => {
    game.arm("ada", WeaponId.pulse);
    ben.health = 1;
    adaFiresAt(ben, 100);
    past.step();
    game.let("ada", {});
    const events = past.step(60);
    expect(eventsOf(events, "death")).toMatchObject([{ x: 450, y: 200, rewindMs: 0 }]);
  });

  test("nothing of the kind about an own mistake", () => {
    const world = createScene(ARENA, [fighterAt("ada", 0, ADA)]);
    const own = world.fighters.get("ada")!;
    hurt(world, own, 500, { shooter: own, weapon: WeaponId.launcher, seq: 1, ...ADA, dx: 1, dy: 0 });
    expect(eventsOf(world.events, "kill")).toMatchObject([{ killer: 0, victim: 0 }]);
    expect(eventsOf(world.events, "death")).toEqual([]);
  });
});

describe("time", () => {
  /** Lets Ada send so many commands on each of so many ticks, all of them the same. */
  function send(
    perTick: number,
    ticks: number,
    wish: Parameters<typeof command>[0],
  ): ReturnType<Game["step"]> {
    const events: ReturnType<Game["step"]> = [];
    let seq = 0;
    const take: CommandSource["take"] = (id, sink) => {
      for (let i = 0; id === "ada" && i < perTick; i++) sink(command(wish), ++seq, 0);
    };
    for (let i = 0; i < ticks; i++) events.push(...game.match.step({ take }, past.rewind));
    return events;
  }

  test("passes for weapons by commands: ticks without any neither cool, nor charge, nor reload", () => {
    for (const wish of [FIRE, { buttons: Button.reload }]) {
      game.arm("ada", WeaponId.rail, 2);
      send(1, 5, wish);
      const before = { cooldown: ada.cooldown, charge: ada.charge, reload: ada.reload };
      send(0, 300, wish);
      expect(ada).toMatchObject(before);
    }
  });

  test("passes for the dash by commands as well", () => {
    send(1, 1, { mx: 127, buttons: Button.dash });
    const { dashCharges, dashRecharge } = ada;
    expect(dashCharges).toBe(DRONE.dash.charges - 1);
    send(0, 600, {});
    expect(ada).toMatchObject({ dashCharges, dashRecharge });
  });

  test.each(["pulse", "burst", "rail"] as const)(
    "a %s fires as often as its commands allow, and not by the clock",
    (key) => {
      const shots = (perTick: number, ticks: number): number => {
        game.arm("ada", WeaponId[key]);
        const before = game.match.records()[0]!.shots[WeaponId[key]]!;
        send(perTick, ticks, FIRE);
        return game.match.records()[0]!.shots[WeaponId[key]]! - before;
      };
      game.place("ben", { x: 450, y: 900 });
      const slow = shots(1, 120);
      expect(slow).toBeGreaterThan(0);
      expect(shots(2, 60)).toBe(slow);
    },
  );
});
