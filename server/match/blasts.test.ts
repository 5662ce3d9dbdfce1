import { describe, expect, test } from "vitest";
import {
  DRONE,
  type GrenadeWeapon,
  ModeId,
  modeOf,
  TeamId,
  WeaponId,
  weaponOf,
} from "../../shared/content/index.ts";
import { blastDamage } from "../../shared/sim/index.ts";
import { Phase } from "../../shared/state/index.ts";
import { drawArena, emptyArena } from "../../tests/fixtures/arenas.ts";
import { explode } from "./blasts.ts";
import { createScene, eventsOf, fighterAt } from "./testing.ts";
import type { Fighter, MatchWorld } from "./world.ts";

const { blast } = weaponOf(WeaponId.launcher) as GrenadeWeapon;
const ARENA = emptyArena(30, 20);
const AT = { x: 400, y: 300 };

/** Something of Ada's goes off in the middle. */
function bang(world: MatchWorld, ada: Fighter): void {
  explode(world, ada, WeaponId.launcher, blast, 7, AT.x, AT.y);
}

describe("an explosion", () => {
  test("hurts everybody around, the nearer the more, and all are told where it was", () => {
    const ada = fighterAt("ada", 0, { x: 800, y: 500 });
    const near = fighterAt("near", 1, { x: AT.x + 40, y: AT.y });
    const far = fighterAt("far", 2, { x: AT.x - 90, y: AT.y });
    const out = fighterAt("out", 3, { x: AT.x, y: AT.y + blast.radius + DRONE.radius });
    const world = createScene(ARENA, [ada, near, far, out]);
    bang(world, ada);
    for (const { player } of [near, far]) {
      expect(DRONE.health - player.health).toBe(blastDamage(ARENA, blast, AT.x, AT.y, player));
    }
    expect(near.player.health).toBeLessThan(far.player.health);
    expect(out.player.health).toBe(DRONE.health);
    expect(eventsOf(world.events, "blast")).toEqual([{ by: 0, weapon: WeaponId.launcher, ...AT }]);
    expect(eventsOf(world.events, "hit")).toHaveLength(2);
    // One grenade that hit is one hit, however many it hurt: the accuracy stays within 100 %.
    expect(ada.tally.hits[WeaponId.launcher]).toBe(1);
  });

  test("tells the hurt where it came from, not where its thrower is", () => {
    const ada = fighterAt("ada", 0, { x: AT.x + 300, y: AT.y });
    const ben = fighterAt("ben", 1, { x: AT.x + 40, y: AT.y });
    const world = createScene(ARENA, [ada, ben]);
    bang(world, ada);
    expect(eventsOf(world.events, "hurt")[0]!.angle).toBeCloseTo(Math.PI);
  });

  test("spares who stands behind a wall", () => {
    const rows = ["##########", "#s.......#", "#....#...#", "#....#...#", "#........#", "##########"];
    const arena = drawArena(...rows);
    const ada = fighterAt("ada", 0, { x: 60, y: 150 });
    const ben = fighterAt("ben", 1, { x: 210, y: 96 });
    const world = createScene(arena, [ada, ben]);
    explode(world, ada, WeaponId.launcher, blast, 7, 150, 96);
    expect(ben.player.health).toBe(DRONE.health);
    expect(ada.player.health).toBeLessThan(DRONE.health);
  });

  test.each(["ffa", "tdm", "uplink", "courier"] as const)(
    "hurts its own maker by the part that the mode %s says, and mates not at all",
    (key) => {
      const ada = fighterAt("ada", 0, { x: AT.x + 30, y: AT.y });
      const mate = fighterAt("mate", 1, { x: AT.x - 30, y: AT.y });
      const foe = fighterAt("foe", 2, { x: AT.x, y: AT.y - 30 });
      const world = createScene(ARENA, [ada, mate, foe]);
      const mode = modeOf(ModeId[key]);
      world.state.mode = mode.id;
      if (mode.teams) {
        for (const { player } of [ada, mate]) player.team = TeamId.azure;
        foe.player.team = TeamId.ember;
      }
      bang(world, ada);
      const full = blastDamage(ARENA, blast, AT.x, AT.y, foe.player);
      expect(DRONE.health - foe.player.health).toBe(full);
      expect(DRONE.health - ada.player.health).toBe(Math.round(full * mode.selfDamage));
      expect(DRONE.health - mate.player.health).toBe(mode.teams ? 0 : full);
    },
  );

  test("that kills its own maker costs a point, is told as an own mistake and counts as no kill", () => {
    const ada = fighterAt("ada", 0, AT);
    ada.player.health = 5;
    const world = createScene(ARENA, [ada]);
    bang(world, ada);
    expect(eventsOf(world.events, "kill")).toMatchObject([{ killer: 0, victim: 0 }]);
    expect(ada.player).toMatchObject({ alive: 0, kills: 0, deaths: 1, score: -1 });
    expect(ada.tally).toMatchObject({ damage: 0 });
    expect(ada.tally.hits[WeaponId.launcher]).toBe(0);
    expect(eventsOf(world.events, "hit")).toEqual([]);
  });

  test("hurts nobody who is protected, and nobody outside of play", () => {
    const ada = fighterAt("ada", 0, { x: 800, y: 500 });
    const ben = fighterAt("ben", 1, AT);
    const world = createScene(ARENA, [ada, ben]);
    ben.player.protected = true;
    bang(world, ada);
    ben.player.protected = false;
    world.state.phase = Phase.podium;
    bang(world, ada);
    expect(ben.player.health).toBe(DRONE.health);
    world.state.phase = Phase.overtime;
    bang(world, ada);
    expect(ben.player.health).toBe(DRONE.health - blast.damage);
  });
});
