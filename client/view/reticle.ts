import type Phaser from "phaser";
import type { Drone } from "../net/world.ts";
import { ART_SCALE, addPicture, tintOf, UNIT } from "./art.ts";
import type { Layers } from "./layers.ts";
import type { Taste } from "./taste.ts";

/** Ticks of the reload's ring. */
const TICKS = 16;
const TICK_DONE = tintOf("#f3f6fa");
const TICK_AHEAD = tintOf("#4a5766");
/** css px per unit of a drawing; the ring lies outside the page's cross hair. */
const UNITS_TO_CSS = 0.95;
const RING_SIZE = 1.05;
/** Without a pointer the ring lies around the drone. */
const RING_SIZE_DRONE = 1.5;
/** Time constant in ms in which the cross hair closes again. */
const CLOSE_MS = 110;
/** Sizes of the brackets when it is closed and when it is open, as shares of their picture's. */
const CLOSED = 0.7;
const OPEN = 1.35;

/** What surrounds the page's cross hair: brackets that open as the own weapon fires, and a ring while it reloads. */
export interface Reticle {
  /** The own weapon fired. @param bloom how far that opens the brackets, as a share of the most */
  open(bloom: number): void;
  /**
   * @param reload how much of the reload is over, 0..1; 1 when not reloading
   * @param pointer css px from the drone; null without a pointer
   */
  draw(
    self: Drone | null,
    reload: number,
    pointer: { readonly x: number; readonly y: number } | null,
    cssZoom: number,
    elapsedMs: number,
  ): void;
}

/** Makes the pictures beforehand. */
export function createReticle(scene: Phaser.Scene, layers: Layers, taste: Taste): Reticle {
  const brackets = addPicture(scene, layers.aim, "bloom").setVisible(false);
  const ticks = Array.from({ length: TICKS }, (_, i) =>
    addPicture(scene, layers.aim, "rack-tick")
      .setRotation(((i + 0.5) / TICKS) * Math.PI * 2)
      .setVisible(false),
  );
  let opened = 0;
  let ringShown = false;

  const drawRing = (x: number, y: number, reload: number, size: number): void => {
    const shown = reload < 1;
    if (!shown && !ringShown) return;
    ringShown = shown;
    const done = Math.floor(reload * TICKS);
    for (let i = 0; i < TICKS; i++) {
      ticks[i]!.setVisible(shown)
        .setPosition(x, y)
        .setScale(size)
        .setTint(i < done ? TICK_DONE : TICK_AHEAD);
    }
  };

  return {
    open(bloom) {
      opened = Math.min(1, opened + bloom);
    },
    draw(self, reload, pointer, cssZoom, elapsedMs) {
      opened *= Math.exp(-elapsedMs / CLOSE_MS);
      const playing = self?.alive === true;
      const size = ((ART_SCALE / UNIT) * UNITS_TO_CSS) / cssZoom;
      const x = playing ? self.x + (pointer?.x ?? 0) / cssZoom : 0;
      const y = playing ? self.y + (pointer?.y ?? 0) / cssZoom : 0;
      const open = playing && pointer !== null && !taste.still && opened > 0.02;
      brackets.setVisible(open);
      if (open)
        brackets
          .setPosition(x, y)
          .setScale(size * (CLOSED + (OPEN - CLOSED) * opened))
          .setAlpha(Math.min(1, opened * 2.5));
      drawRing(x, y, playing ? reload : 1, size * (pointer === null ? RING_SIZE_DRONE : RING_SIZE));
    },
  };
}
