import { describe, expect, test } from "vitest";
import { inSight } from "../../../shared/arena/index.ts";
import { seconds, WEAPONS } from "../../../shared/content/index.ts";
import {
  blastDamage,
  createShot,
  grenadeMeets,
  launchGrenade,
  shotOf,
  stepGrenade,
} from "../../../shared/sim/index.ts";
import { drawArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { arm, live, meet, temperOf } from "./testing.ts";

const LAUNCHER = WEAPONS.find((weapon) => weapon.kind === "grenade")!;

const CORNER = drawArena(
  "################",
  "#s.............#",
  "#..............#",
  "#..............#",
  "#.....##########",
  "#.....##########",
  "#.....##########",
  "#..............#",
  "#..............#",
  "#..............#",
  "################",
);

test("a grenade is thrown round a corner at who has gone behind it, and lands there more often than not", () => {
  let thrown = 0;
  let near = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const scene = meet(CORNER, middleOf(10, 2), middleOf(4, 2), {
      seed,
      temper: temperOf({ aggression: 0 }),
    });
    const { self, other } = scene;
    self.player.health = 100;
    arm(self, LAUNCHER, true);
    live(scene, 40);
    const hidden = middleOf(4, 5);
    Object.assign(other.player, hidden);
    // The bot stays where it is, as if held: what counts is the throw.
    for (let i = 0; i < seconds(2); i++) {
      Object.assign(self.player, { ...middleOf(10, 2), vx: 0, vy: 0 });
      live(scene, 1, undefined, (weapon, wish) => {
        if (weapon !== LAUNCHER.id || inSight(CORNER, self.player.x, self.player.y, hidden.x, hidden.y))
          return;
        thrown += 1;
        const last = scene.other.player;
        const shot = shotOf(CORNER, LAUNCHER, self.player, wish.aim, 0, 0, 0, createShot());
        const grenade = launchGrenade(LAUNCHER, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 });
        while (grenade.age < LAUNCHER.fuseTicks && !grenadeMeets(LAUNCHER, grenade, last.x, last.y))
          stepGrenade(CORNER, LAUNCHER, grenade);
        // It was last seen in the open, four tiles from where it is now.
        if (blastDamage(CORNER, LAUNCHER.blast, grenade.x, grenade.y, middleOf(4, 2)) > 0) near += 1;
        if (blastDamage(CORNER, LAUNCHER.blast, grenade.x, grenade.y, last) > 0) near += 1;
      });
    }
  }
  expect(thrown).toBeGreaterThan(3);
  expect(near).toBeGreaterThan(thrown / 2);
});

describe("no throw", () => {
  test("is made without a launcher, or at somebody who has been gone for long", () => {
    for (const armed of [false, true]) {
      const scene = meet(CORNER, middleOf(10, 2), middleOf(4, 2));
      if (armed) arm(scene.self, LAUNCHER, true);
      live(scene, 5);
      scene.other.player.alive = 0;
      let thrown = 0;
      live(scene, seconds(6), undefined, (weapon) => {
        if (weapon === LAUNCHER.id) thrown += 1;
      });
      expect(thrown).toBe(0);
    }
  });
});
