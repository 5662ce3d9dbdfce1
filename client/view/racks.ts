import type Phaser from "phaser";
import type { Rack, World } from "../net/world.ts";
import { ART_SCALE, addPicture, tintOf } from "./art.ts";
import { itemFrame } from "./contentArt.ts";
import type { Layers } from "./layers.ts";
import type { Taste } from "./taste.ts";

/** Ticks of the ring, one picture each: the wait is read from how many are lit. */
const TICKS = 16;
const TICK_READY = tintOf("#2fd3a0");
const TICK_FULL = tintOf("#93a3b5");
const TICK_EMPTY = tintOf("#333f4d");
/** The item moves up and down by this many px, this fast in radians per ms. */
const BOB = 1.6;
const BOB_RATE = 0.0032;

/** Opacity of an item that is not back yet. */
const AWAITED_ALPHA = 0.22;

interface Stand {
  readonly base: Phaser.GameObjects.Image;
  readonly ticks: readonly Phaser.GameObjects.Image[];
  readonly item: Phaser.GameObjects.Image;
  /** Lit ticks as drawn; -1 before the first frame. */
  lit: number;
}

/** All racks and what lies on them. */
export interface Racks {
  /** Takes all racks away, for another hall has others. */
  clear(): void;
  draw(world: World, now: number): void;
}

export function createRacks(scene: Phaser.Scene, layers: Layers, taste: Taste): Racks {
  const stands: Stand[] = [];

  const createStand = ({ kind, x, y }: Rack): Stand => {
    const base = addPicture(scene, layers.racks, "rack").setPosition(x, y);
    const ticks = Array.from({ length: TICKS }, (_, i) =>
      addPicture(scene, layers.racks, "rack-tick")
        .setPosition(x, y)
        .setRotation(((i + 0.5) / TICKS) * Math.PI * 2),
    );
    const item = addPicture(scene, layers.racks, itemFrame(kind)).setPosition(x, y);
    return { base, ticks, item, lit: -1 };
  };

  return {
    clear() {
      for (const { base, ticks, item } of stands) {
        base.destroy();
        for (const tick of ticks) tick.destroy();
        item.destroy();
      }
      stands.length = 0;
    },
    draw(world, now) {
      for (let i = 0; i < world.racks.length; i++) {
        const rack = world.racks[i]!;
        let stand = stands[i];
        if (stand === undefined) {
          stand = createStand(rack);
          stands[i] = stand;
        }
        const ready = rack.readyIn <= 0;
        // Full only when ready: a ring that is closed too early would send somebody there too early.
        const lit = ready ? TICKS : Math.min(TICKS - 1, Math.floor(rack.progress * TICKS));
        if (lit !== stand.lit) {
          stand.lit = lit;
          stand.ticks.forEach((tick, at) => {
            tick.setTint(ready ? TICK_READY : at < lit ? TICK_FULL : TICK_EMPTY);
          });
        }
        const phase = now * BOB_RATE + i;
        // What is to come stays as a shadow of itself: knowing what will lie here is half of knowing when.
        stand.item
          .setAlpha(ready ? 1 : AWAITED_ALPHA)
          .setY(taste.still ? rack.y : rack.y + Math.sin(phase) * BOB)
          .setScale(ART_SCALE * (taste.still ? 1 : 1 + Math.sin(phase * 2) * 0.03));
      }
    },
  };
}
