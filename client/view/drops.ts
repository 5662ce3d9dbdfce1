import type Phaser from "phaser";
import { DROP } from "../../shared/content/index.ts";
import type { World } from "../net/world.ts";
import { ART_SCALE, addPicture } from "./art.ts";
import { weaponArt } from "./contentArt.ts";
import type { Layers } from "./layers.ts";
import type { Taste } from "./taste.ts";
import type { Veil } from "./veil.ts";

/** Seconds before its end in which a drop fades, and how far. */
const FADE_S = 3;
const FADE_TO = 0.2;
/** Blinks per second while it fades. */
const BLINKS_PER_S = 3;
const ICON_SCALE = 0.86;
/** World px. */
const RADIUS = 11;

/** Weapons that lie where their owners fell. */
export interface Drops {
  draw(world: World): void;
}

/** Makes the pictures beforehand; any of them shows any drop. */
export function createDrops(scene: Phaser.Scene, layers: Layers, veil: Veil, taste: Taste): Drops {
  const chips = Array.from({ length: DROP.most }, () => ({
    base: addPicture(scene, layers.racks, "drop").setVisible(false),
    icon: addPicture(scene, layers.racks, "item-burst")
      .setScale(ART_SCALE * ICON_SCALE)
      .setVisible(false),
    weapon: -1,
  }));

  /** Opacity by what is left of its time. */
  const fading = (endsIn: number): number => {
    if (endsIn >= FADE_S) return 1;
    const left = FADE_TO + (1 - FADE_TO) * Math.max(0, endsIn / FADE_S);
    return taste.still || (endsIn * BLINKS_PER_S) % 1 < 0.6 ? left : left * 0.4;
  };

  return {
    draw(world) {
      for (let i = 0; i < chips.length; i++) {
        const chip = chips[i]!;
        const drop = world.drops[i];
        chip.base.setVisible(drop !== undefined);
        chip.icon.setVisible(drop !== undefined);
        if (drop === undefined) continue;
        if (chip.weapon !== drop.weapon) {
          chip.weapon = drop.weapon;
          chip.icon.setFrame(weaponArt(drop.weapon).icon);
        }
        const alpha = fading(drop.endsIn) * veil.share(drop.x, drop.y, RADIUS);
        chip.base.setPosition(drop.x, drop.y).setAlpha(alpha);
        chip.icon.setPosition(drop.x, drop.y).setAlpha(alpha);
      }
    },
  };
}
