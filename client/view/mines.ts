import type Phaser from "phaser";
import { WeaponId, weaponOf } from "../../shared/content/index.ts";
import type { Mine, World } from "../net/world.ts";
import { ART_SCALE, addPicture, UNIT } from "./art.ts";
import { BlendModes } from "./engine.ts";
import type { Layers } from "./layers.ts";
import type { Taste } from "./taste.ts";
import type { Tints } from "./tint.ts";
import type { Veil } from "./veil.ts";

/** Mines drawn at the same time: four for each of sixteen players, who never see all of them. */
const MOST = 48;
/** World px. */
const RADIUS = 9;
const FOE_TINT = 0xff5a3c;
const WHITE = 0xffffff;
/** ms of a blink: an enemy's mine is hectic, a friendly one calm. */
const FOE_BLINK = 360;
const FRIENDLY_BLINK = 1600;
/** Part of a blink that is lit. */
const LIT = 0.5;
/** Radius in world px of the ring picture, and of the closing ring at its widest and when it is shut. */
const RING_RADIUS = 60 * UNIT;
const ARMING = { from: 34, to: 9 } as const;
/** The ring that marks a friendly mine, as a share of a friend's. */
const FRIEND_SCALE = 0.8;
/** Opacity of the ring in which an enemy's mine goes off. */
const TRIGGER_ALPHA = 0.34;

interface Charge {
  readonly body: Phaser.GameObjects.Image;
  readonly dot: Phaser.GameObjects.Image;
  readonly mark: Phaser.GameObjects.Image;
  readonly ring: Phaser.GameObjects.Image;
  readonly glow: Phaser.GameObjects.Image;
}

/** All mines that this player may notice. */
export interface Mines {
  draw(world: World, now: number): void;
}

/** px within which a mine answers to an enemy. */
function triggerRadius(): number {
  const mine = weaponOf(WeaponId.mine);
  return mine.kind === "mine" ? mine.triggerRadius : 0;
}

/** Makes the pictures beforehand; any of them shows any mine. */
export function createMines(
  scene: Phaser.Scene,
  layers: Layers,
  tints: Tints,
  veil: Veil,
  taste: Taste,
): Mines {
  const trigger = triggerRadius();
  const charges = Array.from({ length: MOST }, (): Charge => {
    return {
      ring: addPicture(scene, layers.racks, "ring-thin").setVisible(false),
      mark: addPicture(scene, layers.racks, "ring-friend")
        .setScale(ART_SCALE * FRIEND_SCALE)
        .setVisible(false),
      body: addPicture(scene, layers.racks, "mine").setVisible(false),
      dot: addPicture(scene, layers.racks, "dot").setVisible(false),
      glow: addPicture(scene, layers.glow, "glow")
        .setScale(ART_SCALE * 0.4)
        .setBlendMode(BlendModes.ADD)
        .setVisible(false),
    };
  });
  let shown = 0;

  const drawRing = (mine: Mine, ring: Phaser.GameObjects.Image, tint: number, alpha: number): void => {
    const arming = mine.armed < 1;
    const radius = arming ? ARMING.from + (ARMING.to - ARMING.from) * mine.armed : trigger;
    ring
      .setVisible(arming || !mine.friendly)
      .setPosition(mine.x, mine.y)
      .setScale((ART_SCALE * radius) / RING_RADIUS)
      .setTint(tint)
      .setAlpha(alpha * (arming ? 0.9 : TRIGGER_ALPHA));
  };

  const drawMine = (mine: Mine, charge: Charge, now: number): void => {
    const { x, y, friendly } = mine;
    const alpha = friendly ? 1 : veil.share(x, y, RADIUS);
    const tint = friendly ? tints.of(mine.owner).full : FOE_TINT;
    const period = friendly ? FRIENDLY_BLINK : FOE_BLINK;
    const lit = mine.armed === 1 && (taste.still || (now / period + x * 0.37) % 1 < LIT);
    charge.body.setVisible(true).setPosition(x, y).setAlpha(alpha);
    charge.mark.setVisible(friendly).setPosition(x, y).setTint(tint);
    charge.dot
      .setVisible(true)
      .setPosition(x, y)
      .setTint(lit ? tint : WHITE)
      .setAlpha(alpha * (lit ? 1 : 0.25));
    charge.glow.setVisible(lit).setPosition(x, y).setTint(tint).setAlpha(alpha);
    drawRing(mine, charge.ring, tint, alpha);
  };

  const hide = ({ body, dot, mark, ring, glow }: Charge): void => {
    body.setVisible(false);
    dot.setVisible(false);
    mark.setVisible(false);
    ring.setVisible(false);
    glow.setVisible(false);
  };

  return {
    draw(world, now) {
      const count = Math.min(world.mines.length, MOST);
      for (let i = 0; i < count; i++) drawMine(world.mines[i]!, charges[i]!, now);
      for (let i = count; i < shown; i++) hide(charges[i]!);
      shown = count;
    },
  };
}
