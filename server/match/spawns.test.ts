import { describe, expect, test } from "vitest";
import { type Arena, inSight, isSolid, type SpawnSpot } from "../../shared/arena/index.ts";
import { DRONE, ModeId, type ModeKey, modeOf, seconds, TILE, WeaponId } from "../../shared/content/index.ts";
import { createRandom, type Random } from "../../shared/math/index.ts";
import { drawArena, loadListedArenas, middleOf } from "../../tests/fixtures/arenas.ts";
import { createMode } from "./modes/index.ts";
import { chooseSpawn } from "./spawns.ts";
import { areMates } from "./teams.ts";
import { createScene, fighterAt, type Game, startGame } from "./testing.ts";
import type { Fighter, MatchWorld } from "./world.ts";

/** Ben dies and comes back; where he appears then. */
function respawnOfBen(game: Game): { x: number; y: number } {
  const ben = game.player("ben");
  Object.assign(ben, { alive: 0, respawnAt: game.match.state.tick + 1 });
  game.step();
  return { x: ben.x, y: ben.y };
}

describe("a spawn", () => {
  const halls = drawArena(
    "###############",
    "#s.....#.....s#",
    "#......#......#",
    "#......#......#",
    "#s.....#......#",
    "###############",
  );

  test("out of an enemy's sight is chosen when there is one", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const game = startGame(halls, ["ada", "ben"], {}, seed);
      game.place("ada", middleOf(4, 2));
      expect(respawnOfBen(game)).toEqual(middleOf(13, 1));
      game.place("ada", middleOf(10, 2));
      expect(respawnOfBen(game).x).toBe(middleOf(1, 1).x);
    }
  });

  test("away from a place where somebody has just died is chosen among quiet ones", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const game = startGame(halls, ["ada", "ben"], {}, seed);
      game.arm("ada", WeaponId.burst);
      game.place("ben", middleOf(13, 2)).health = 1;
      game.place("ada", middleOf(9, 2));
      game.let("ada", { buttons: 1 });
      game.step();
      expect(game.player("ben").alive).toBe(0);
      game.let("ada", {});
      // She leaves: all that speaks against the right hall now is what happened there.
      Object.assign(game.player("ada"), { alive: 0, respawnAt: game.match.state.tick + seconds(60) });
      expect(respawnOfBen(game).x).toBe(middleOf(1, 1).x);
    }
  });

  test("is never on top of somebody while another is free", () => {
    const game = startGame(halls, ["ada", "ben", "cem"]);
    const places = ["ada", "ben", "cem"].map((id) => `${game.player(id).x},${game.player(id).y}`);
    expect(new Set(places).size).toBe(3);
  });

  test("is found even when all are bad", () => {
    const game = startGame(drawArena("#####", "#s..#", "#####"), ["ada", "ben"]);
    expect(respawnOfBen(game)).toEqual(middleOf(1, 1));
  });

  test("puts a drone into play at rest, whole, charged, protected and with the Pulse alone", () => {
    const game = startGame(halls, ["ada", "ben"]);
    game.arm("ben", WeaponId.burst);
    Object.assign(game.player("ben"), { dashCharges: 0, vx: 100, cooldown: 30, reload: 20, plating: 40 });
    respawnOfBen(game);
    expect(game.player("ben")).toMatchObject({
      ...{ alive: 1, health: DRONE.health, plating: 0, protected: true, vx: 0, vy: 0, respawnAt: 0 },
      ...{ dashCharges: DRONE.dash.charges, burstLoaded: 0, burstSpare: 0, cooldown: 0, reload: 0 },
      ...{ weapon: WeaponId.pulse, laden: 0, overclock: 0, charge: 0 },
    });
  });
});

describe("wherever all are and have died", () => {
  /** A spot of floor on which a whole drone has room. */
  function somewhere(arena: Arena, random: Random): { x: number; y: number } {
    for (;;) {
      const column = random.int(arena.columns);
      const row = random.int(arena.rows);
      if (!isSolid(arena, column, row)) return middleOf(column, row);
    }
  }

  /** A moment of a match in this mode, with anybody anywhere; the first one is about to appear. */
  function anyMoment(arena: Arena, mode: ModeKey, random: Random): [MatchWorld, Fighter] {
    const { teams, id } = modeOf(ModeId[mode]);
    const fighters = Array.from({ length: 2 + random.int(arena.players.max - 1) }, (_, slot) => {
      const fighter = fighterAt(`p${slot}`, slot, somewhere(arena, random));
      fighter.player.team = teams ? 1 + (slot % 2) : 0;
      if (slot === 0 || random.int(5) === 0) fighter.player.alive = 0;
      return fighter;
    });
    const world = createScene(arena, fighters);
    world.mode = createMode(mode);
    world.state.mode = id;
    world.mode.begin(world);
    for (let i = random.int(40); i > 0; i--) world.deaths.push({ ...somewhere(arena, random), tick: 0 });
    return [world, fighters[0]!];
  }

  /** Whether an enemy in play sees a spot. */
  function isSeen(world: MatchWorld, self: Fighter, spot: SpawnSpot): boolean {
    return [...world.fighters.values()].some(
      ({ player }) =>
        player !== self.player &&
        player.alive !== 0 &&
        !areMates(player, self.player) &&
        inSight(world.arena, player.x, player.y, spot.x, spot.y),
    );
  }

  /** Whether a drone is in the way on a spot. */
  function isTaken(world: MatchWorld, spot: SpawnSpot): boolean {
    return [...world.fighters.values()].some(
      ({ player }) =>
        player.alive !== 0 && Math.hypot(player.x - spot.x, player.y - spot.y) < DRONE.radius * 2,
    );
  }

  const cases = loadListedArenas().flatMap((arena) =>
    (["ffa", "tdm", "uplink", "courier"] as const)
      .filter((mode) => arena.modes.includes(mode))
      .map((mode) => [arena.name, mode, arena] as const),
  );

  test.each(cases)(
    "on %s in %s nobody appears in an enemy's view while another spawn is to be had",
    (_name, mode, arena) => {
      const random = createRandom(77);
      let choices = 0;
      let seen = 0;
      for (let i = 0; i < 400; i++) {
        const [world, self] = anyMoment(arena, mode, random);
        const spots = world.mode.spawns(world, self);
        const chosen = chooseSpawn(world, self);
        expect(spots).toContain(chosen);
        expect(isSolid(arena, Math.floor(chosen.x / TILE), Math.floor(chosen.y / TILE))).toBe(false);
        const quiet = spots.filter((spot) => !isSeen(world, self, spot) && !isTaken(world, spot));
        if (quiet.length > 0) {
          expect(quiet).toContain(chosen);
          choices += 1;
        }
        if (spots.some((spot) => isSeen(world, self, spot))) seen += 1;
      }
      // The rule was put to the test, and had something to avoid.
      expect(choices).toBeGreaterThan(100);
      expect(seen).toBeGreaterThan(50);
    },
  );
});
