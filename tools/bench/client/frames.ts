/** What a frame costs with sixteen drones in one picture, all of them fighting: script time and draw calls. */
import type { Browser } from "playwright-core";
import { openStage } from "../../../tests/browser/stage/open.ts";
import { type Spread, spreadOf } from "../spread.ts";

const DRONES = 16;
/** css px: nothing but the pixels becomes less in a small window, and in software those take nearly all of the time. */
const WINDOW = { width: 320, height: 180 };

export interface FrameCost {
  readonly drones: number;
  readonly frames: number;
  /** Script time of a frame in ms. */
  readonly scriptMs: Spread;
  readonly scriptP95Ms: number;
  /** The most that any frame took. */
  readonly drawCalls: number;
}

/** How long a fight is drawn. */
export interface Stretch {
  /** Frames before any is counted: until the browser has compiled what is hot. */
  readonly warm: number;
  readonly frames: number;
}

/** Draws a made-up fight in a preset of quality, and counts. */
export async function measureFrames(
  browser: Browser,
  { warm, frames }: Stretch,
  quality: "low" | "medium" | "high",
): Promise<FrameCost> {
  const stage = await openStage(browser);
  try {
    const page = await stage.show(`quality=${quality}`);
    await page.setViewportSize(WINDOW);
    await page.evaluate(() => window.stage!.enter("foundry"));
    const { times, calls } = await page.evaluate(
      async ({ drones, warm, frames }) => {
        const { world, view, addDrone, addBolt, addMine, emit } = window.stage!;
        const { arena } = world;
        const middle = { x: (arena.columns * arena.tile) / 2, y: (arena.rows * arena.tile) / 2 };
        const places = Array.from({ length: drones }, (_, i) => ({
          x: middle.x - 285 + (i % 4) * 190,
          y: middle.y - 165 + Math.floor(i / 4) * 110,
        }));
        places.forEach((place, i) => {
          addDrone({ ...place, weapon: i % 6, plating: i * 6, charge: i / drones, overclocked: i % 5 === 1 });
          addBolt({ x: place.x + 60, y: place.y, weapon: i % 2 === 0 ? 0 : 4, owner: i });
          addMine({ x: place.x, y: place.y + 50, friendly: i % 2 === 0, owner: i });
        });
        /** One frame of the fight: all circle, one of them shoots, and now and then something blows up. */
        const fight = (frame: number): void => {
          const turn = frame / 20;
          world.drones.forEach((drone, i) => {
            const { x, y } = places[i]!;
            drone.aim = turn + i;
            drone.x = x + Math.cos(turn + i) * 12;
            drone.y = y + Math.sin(turn + i) * 12;
          });
          const shooter = world.drones[frame % drones]!;
          const { x, y, slot, weapon, aim: angle } = shooter;
          emit({ type: "shot", slot, own: slot === 0, weapon, x, y, angle });
          emit({ type: "impact", on: "wall", own: false, x: x + 50, y, angle });
          if (frame % 45 === 0) emit({ type: "blast", by: slot, weapon: 4, x, y, radius: 80 });
          if (frame % 30 === 0) emit({ type: "hit", victim: slot, damage: 12, fatal: false, x, y });
        };
        const times: number[] = [];
        let calls = 0;
        let seen = view.stats.frames;
        for (let drawn = 0; drawn < warm + frames; ) {
          await new Promise(requestAnimationFrame);
          if (view.stats.frames === seen) continue;
          seen = view.stats.frames;
          drawn++;
          fight(drawn);
          if (drawn <= warm) continue;
          times.push(view.stats.scriptMs);
          calls = Math.max(calls, view.stats.drawCalls);
        }
        return { times, calls };
      },
      { drones: DRONES, warm, frames },
    );
    const sorted = [...times].sort((a, b) => a - b);
    return {
      drones: DRONES,
      frames,
      scriptMs: spreadOf(times),
      scriptP95Ms: sorted[Math.floor(sorted.length * 0.95)]!,
      drawCalls: calls,
    };
  } finally {
    await stage.close();
  }
}
