/**
 * What sight decides against what players should see, in bot matches on every map: nobody comes into the picture late,
 * and nobody is told of somebody far from their sight. Works on ticks, without a network: the delays are counted in.
 */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createMatch, DEFAULT_RULES, NO_REWIND } from "../server/match/index.ts";
import { perceptionOf } from "../server/sight/perception.ts";
import { inSight } from "../shared/arena/index.ts";
import { DRONE, seconds, VIEW_AREA } from "../shared/content/index.ts";
import { loadArena } from "./fixtures/arenas.ts";

const MAPS = readdirSync(new URL("../assets/maps", import.meta.url))
  .filter((file) => file.endsWith(".tmj"))
  .map((file) => file.replace(/\.tmj$/, ""));

const BOTS = 8;
const TICKS = seconds(40);

/**
 * At a round trip of 200 ms, in ticks: the own drone is drawn where the server will have it 200 ms, the buffer and half a pair
 * of commands later (15) than what it had last told when it decided; others are drawn 80 ms (5) before that.
 */
const AHEAD = 15;
const BEHIND = 5;
/** A look of sight at each third tick, and a patch at each second one. */
const SLACK = 4;

/** Half of the picture in a window of 16:9. */
const HALF = { width: Math.sqrt(VIEW_AREA * (16 / 9)) / 2, height: Math.sqrt(VIEW_AREA / (16 / 9)) / 2 };

interface Place {
  x: number;
  y: number;
  life: number;
}

describe.each(MAPS)("on %s", (name) => {
  const arena = loadArena(name);
  const match = createMatch({
    arena,
    rules: { ...DEFAULT_RULES, fill: BOTS, warmupTicks: 0, countdownTicks: 0, botSkill: 0.8 },
    seed: 5,
  });
  const source = { take: () => {} };
  /** Where everybody was, tick by tick; a new life is another one. */
  const past: Map<string, Place>[] = [];
  const lives = new Map<string, number>();
  for (let tick = 0; tick < TICKS; tick++) {
    const before = past.at(-1);
    match.step(source, NO_REWIND);
    const now = new Map<string, Place>();
    match.state.players.forEach(({ x, y, alive }, id) => {
      if (alive === 0) return;
      if (before?.has(id) !== true) lives.set(id, (lives.get(id) ?? 0) + 1);
      now.set(id, { x, y, life: lives.get(id)! });
    });
    past.push(now);
  }
  const perception = perceptionOf(arena);

  test("nobody comes into the picture later than they should be seen, at a round trip of 200 ms", () => {
    let due = 0;
    const late: string[] = [];
    for (let drawn = AHEAD + BEHIND + SLACK; drawn < TICKS; drawn += 2) {
      for (const [id, own] of past[drawn]!) {
        const decided = past[drawn - AHEAD - SLACK]!.get(id);
        // Whoever has just come back sees what was decided at the spawn.
        if (decided?.life !== own.life) continue;
        for (const [other, was] of past[drawn - AHEAD - BEHIND]!) {
          if (other === id || past[drawn - AHEAD - SLACK]!.get(other)?.life !== was.life) continue;
          if (Math.abs(was.x - own.x) > HALF.width || Math.abs(was.y - own.y) > HALF.height) continue;
          if (!inSight(arena, own.x, own.y, was.x, was.y)) continue;
          due += 1;
          const then = past[drawn - AHEAD - SLACK]!.get(other)!;
          if (!perception.sees(decided, then)) late.push(`${other} for ${id} in tick ${drawn}`);
        }
      }
    }
    expect(due).toBeGreaterThan(500);
    expect(late).toEqual([]);
  });

  test("what is told of somebody out of sight lies within a third of a second of being seen", () => {
    let told = 0;
    let hidden = 0;
    const far: string[] = [];
    for (let tick = 0; tick < TICKS; tick += 60) {
      for (const [id, own] of past[tick]!) {
        for (const [other, theirs] of past[tick]!) {
          if (other === id || !perception.sees(own, theirs)) continue;
          told += 1;
          if (inSight(arena, own.x, own.y, theirs.x, theirs.y)) continue;
          hidden += 1;
          if (!couldSeeSoon(own, theirs)) far.push(`${other} for ${id} in tick ${tick}`);
        }
      }
    }
    expect(told).toBeGreaterThan(50);
    expect(hidden).toBeLessThan(told);
    expect(far).toEqual([]);
  });

  /** Whether some place within the margin of a drone looks on some place close to the other one. */
  function couldSeeSoon(own: Place, other: Place): boolean {
    const reach = 6 * arena.tile + DRONE.radius;
    const near = 2 * arena.tile;
    for (let dx = -reach; dx <= reach; dx += 12) {
      for (let dy = -reach; dy <= reach; dy += 12) {
        for (let ex = -near; ex <= near; ex += 16) {
          for (let ey = -near; ey <= near; ey += 16) {
            if (inSight(arena, own.x + dx, own.y + dy, other.x + ex, other.y + ey)) return true;
          }
        }
      }
    }
    return false;
  }
});
