import type Phaser from "phaser";
import type { World } from "../net/world.ts";
import type { WorldEvent } from "../net/worldEvents.ts";
import { ART_SCALE, addPicture, tintOf } from "./art.ts";
import type { Layers } from "./layers.ts";
import { OWN_COLOUR } from "./palette.ts";
import type { Taste } from "./taste.ts";

/** Size of the ring around the ghost, as a share of its picture's, and how far it breathes. */
const RING_SIZE = 0.42;
const BREATH = 0.03;
/** Radians per ms: a breath in two seconds. */
const BREATH_PACE = Math.PI / 1000;
const GHOST_ALPHA = 0.6;

/** Where the own drone was on the screen of the one who destroyed it, for as long as the death screen stands. */
export interface DeathMark {
  /** Bots have no screen: of them nothing is shown. */
  show(event: Extract<WorldEvent, { type: "death" }>, world: World): void;
  hide(): void;
  draw(world: World, now: number): void;
}

export function createDeathMark(scene: Phaser.Scene, layers: Layers, taste: Taste): DeathMark {
  const tint = tintOf(OWN_COLOUR);
  const ghost = addPicture(scene, layers.labels, "ghost").setTint(tint).setAlpha(GHOST_ALPHA);
  const ring = addPicture(scene, layers.labels, "ring-thin").setTint(tint);
  let shown = false;

  const setVisible = (visible: boolean): void => {
    shown = visible;
    ghost.setVisible(visible);
    ring.setVisible(visible);
  };
  setVisible(false);

  return {
    show({ by, x, y }, world) {
      if (world.drones.find(({ slot }) => slot === by)?.bot !== false) return;
      setVisible(true);
      ghost.setPosition(x, y).setScale(ART_SCALE);
      ring.setPosition(x, y);
    },
    hide() {
      setVisible(false);
    },
    draw(world, now) {
      if (!shown) return;
      if (world.self === null) setVisible(false);
      const breath = taste.still ? 0 : Math.sin(now * BREATH_PACE) * BREATH;
      ring.setScale((RING_SIZE + breath) * ART_SCALE);
    },
  };
}
