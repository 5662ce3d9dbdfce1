import type Phaser from "phaser";
import { TICK_MS, weaponOf } from "../../shared/content/index.ts";
import type { Bolt, World } from "../net/world.ts";
import { ART_SCALE, addPicture } from "./art.ts";
import { BlendModes } from "./engine.ts";
import type { Layers } from "./layers.ts";
import type { Taste } from "./taste.ts";
import type { Tints } from "./tint.ts";
import type { Veil } from "./veil.ts";

/** Grenades drawn at the same time; sixteen launchers keep fewer in the air. */
const MOST = 32;
/** World px. */
const RADIUS = 6;
/** Radians that a grenade turns per px it rolls: once around along its girth. */
const ROLL = 1 / 9;
/** Blinks in its life, and how strongly they crowd towards its end. */
const BLINKS = 9;
const CROWDING = 2.2;
/** Part of a blink that is lit. */
const LIT = 0.45;
const LAMP_TINT = 0xff5a3c;
/** A team mate's lamp is white and has no glow: its blast does no harm. */
const MATE_LAMP_TINT = 0xffffff;
const LAMP_GLOW = 0.5;
const SHADOW_SCALE = 0.55;
const SHELL_SCALE = 1.15;

/** The pictures of a grenade and what they remember of it. */
interface Lob {
  readonly shadow: Phaser.GameObjects.Image;
  readonly shell: Phaser.GameObjects.Image;
  readonly lamp: Phaser.GameObjects.Image;
  readonly glow: Phaser.GameObjects.Image;
  /** `Bolt.id`; NaN while free. */
  id: number;
  /** Time of the first frame that showed it. */
  since: number;
  /** Whether this frame has shown it. */
  seen: boolean;
}

/** All grenades on their way. */
export interface Grenades {
  draw(world: World, now: number): void;
}

/** How much of its time is over, 0..1, as far as this screen has seen it. */
function burnt(weapon: number, lob: Lob, now: number): number {
  const kind = weaponOf(weapon);
  return kind.kind === "grenade" ? Math.min(1, (now - lob.since) / (kind.fuseTicks * TICK_MS)) : 0;
}

/** Makes the pictures beforehand. */
export function createGrenades(
  scene: Phaser.Scene,
  layers: Layers,
  tints: Tints,
  veil: Veil,
  taste: Taste,
): Grenades {
  const lobs = Array.from({ length: MOST }, (): Lob => {
    return {
      shadow: addPicture(scene, layers.shadows, "shadow")
        .setScale(ART_SCALE * SHADOW_SCALE)
        .setVisible(false),
      shell: addPicture(scene, layers.shots, "grenade")
        .setScale(ART_SCALE * SHELL_SCALE)
        .setVisible(false),
      lamp: addPicture(scene, layers.shots, "dot").setVisible(false),
      glow: addPicture(scene, layers.glow, "glow")
        .setTint(LAMP_TINT)
        .setScale(ART_SCALE * LAMP_GLOW)
        .setBlendMode(BlendModes.ADD)
        .setVisible(false),
      id: Number.NaN,
      since: 0,
      seen: false,
    };
  });

  const lobOf = (id: number, now: number): Lob | null => {
    let free: Lob | null = null;
    for (const lob of lobs) {
      if (lob.id === id) return lob;
      if (free === null && Number.isNaN(lob.id)) free = lob;
    }
    if (free === null) return null;
    free.id = id;
    free.since = now;
    return free;
  };

  const drawLob = (bolt: Bolt, lob: Lob, now: number): void => {
    const mate = tints.isMate(bolt.owner);
    const part = burnt(bolt.weapon, lob, now);
    // Whoever threw it knows where it is.
    const alpha = bolt.own ? 1 : veil.share(bolt.x, bolt.y, RADIUS);
    const lit = taste.still || (BLINKS * part ** CROWDING + 1 - LIT) % 1 > 1 - LIT || part === 1;
    lob.shadow
      .setVisible(true)
      .setPosition(bolt.x + 1.5, bolt.y + 3)
      .setAlpha(alpha);
    lob.shell
      .setVisible(true)
      .setPosition(bolt.x, bolt.y)
      .setRotation(bolt.flown * ROLL)
      .setTint(tints.of(bolt.owner).full)
      .setAlpha(alpha);
    lob.lamp
      .setVisible(lit)
      .setPosition(bolt.x, bolt.y)
      .setTint(mate ? MATE_LAMP_TINT : LAMP_TINT)
      .setScale(ART_SCALE * (taste.still ? 0.3 + 0.7 * part : 1))
      .setAlpha(alpha);
    lob.glow
      .setVisible(lit && !mate)
      .setPosition(bolt.x, bolt.y)
      .setAlpha(alpha * (0.4 + 0.6 * part));
  };

  const free = (lob: Lob): void => {
    lob.id = Number.NaN;
    lob.shadow.setVisible(false);
    lob.shell.setVisible(false);
    lob.lamp.setVisible(false);
    lob.glow.setVisible(false);
  };

  return {
    draw(world, now) {
      for (const lob of lobs) lob.seen = false;
      for (const bolt of world.bolts) {
        if (weaponOf(bolt.weapon).kind !== "grenade") continue;
        const lob = lobOf(bolt.id, now);
        if (lob === null) break;
        lob.seen = true;
        drawLob(bolt, lob, now);
      }
      for (const lob of lobs) if (!lob.seen && !Number.isNaN(lob.id)) free(lob);
    },
  };
}
