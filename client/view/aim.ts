import type Phaser from "phaser";
import type { Drone, Link } from "../net/world.ts";
import { ART_SCALE, addPicture, tintOf, UNIT } from "./art.ts";
import type { Layers } from "./layers.ts";

/** World px from the drone at which the aim is shown when no pointer does it. */
const DOTS = [52, 72, 92, 112] as const;
const HIT_MS = 220;
const FATAL_MS = 380;
/** A hit that the picture shows waits for the server's word as long as a round trip and this, in ms; then it fades. */
const CLAIM_MS = 150;
const CLAIM_FADE_MS = 90;
const CLAIM_ALPHA = 0.75;
const WHITE = 0xffffff;
const FATAL = tintOf("#ff7a5c");
/** css px: what stands at the pointer keeps its size in the window, as the pointer itself does. */
const MARKER_UNITS_TO_CSS = 0.95;

/** Where you aim and whether you hit. The cross hair is the page's hardware cursor: no frame can make it late. */
export interface Aim {
  /** The picture shows that an own shot met a drone: a thin mark, until the server says so or has had the time to. */
  claim(now: number): void;
  /** The server confirmed a hit: a thick one. */
  confirm(fatal: boolean, now: number): void;
  /**
   * @param self null or dead hides everything
   * @param pointer css px from the drone; null shows the direction alone
   */
  draw(
    self: Drone | null,
    link: Link,
    pointer: { readonly x: number; readonly y: number } | null,
    cssZoom: number,
    now: number,
  ): void;
}

/** Makes the dots of the aim and the hit markers. */
export function createAim(scene: Phaser.Scene, layers: Layers): Aim {
  const dots = DOTS.map((_, i) => addPicture(scene, layers.aim, "aim-dot").setAlpha(0.75 - i * 0.15));
  const thin = addPicture(scene, layers.aim, "hit-thin");
  const thick = addPicture(scene, layers.aim, "hit");
  let claimedAt = Number.NEGATIVE_INFINITY;
  let hitAt = Number.NEGATIVE_INFINITY;
  let fatal = false;

  const drawDots = ({ x, y, aim }: Drone, size: number): void => {
    for (let i = 0; i < dots.length; i++) {
      const away = DOTS[i]!;
      dots[i]!.setPosition(x + Math.cos(aim) * away, y + Math.sin(aim) * away).setScale(size);
    }
  };

  const drawMarks = (x: number, y: number, size: number, waitMs: number, now: number): void => {
    const part = (now - hitAt) / (fatal ? FATAL_MS : HIT_MS);
    thick.setVisible(part < 1);
    if (part < 1) {
      thick
        .setPosition(x, y)
        .setTint(fatal ? FATAL : WHITE)
        .setScale(size * (fatal ? 1.15 : 0.85) * (1.3 - 0.3 * Math.min(1, part * 3)))
        .setAlpha(1 - part * part);
    }
    const left = claimedAt + waitMs + CLAIM_FADE_MS - now;
    thin.setVisible(left > 0);
    if (left > 0) {
      thin
        .setPosition(x, y)
        .setScale(size * 0.85)
        .setAlpha(CLAIM_ALPHA * Math.min(1, left / CLAIM_FADE_MS));
    }
  };

  return {
    claim(now) {
      claimedAt = now;
    },
    confirm(isFatal, now) {
      // A second hit does not take the end of somebody back.
      fatal = isFatal || (fatal && now - hitAt < FATAL_MS / 2);
      hitAt = now;
      claimedAt = Number.NEGATIVE_INFINITY;
    },
    draw(self, link, pointer, cssZoom, now) {
      const aiming = self?.alive === true && pointer === null;
      for (const dot of dots) dot.setVisible(aiming);
      if (self === null) {
        thin.setVisible(false);
        thick.setVisible(false);
        return;
      }
      const size = ((ART_SCALE / UNIT) * MARKER_UNITS_TO_CSS) / cssZoom;
      if (aiming) drawDots(self, size);
      const last = DOTS[DOTS.length - 1]!;
      const x = self.x + (pointer === null ? Math.cos(self.aim) * last : pointer.x / cssZoom);
      const y = self.y + (pointer === null ? Math.sin(self.aim) * last : pointer.y / cssZoom);
      drawMarks(x, y, size, link.rttMs + CLAIM_MS, now);
    },
  };
}
