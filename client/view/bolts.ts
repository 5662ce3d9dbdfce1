import type Phaser from "phaser";
import { weaponOf } from "../../shared/content/index.ts";
import type { Bolt, World } from "../net/world.ts";
import { ART_SCALE, addPicture } from "./art.ts";
import { BlendModes } from "./engine.ts";
import type { Layers } from "./layers.ts";
import type { Tints } from "./tint.ts";
import type { Veil } from "./veil.ts";

/** Bolts drawn at the same time; sixteen players with a Pulse keep fewer in the air. */
const MOST = 128;
/** World px of a full trail: what a bolt flies in about a tenth of a second. */
const TRAIL = 84;
const GLOW_SCALE = 0.42;
const GLOW_ALPHA = 0.55;
/** Thickness of a team mate's bolt, which also does not glow: it does no harm. */
const MATE_WIDTH = 0.55;

interface Streak {
  readonly trail: Phaser.GameObjects.Image;
  readonly bolt: Phaser.GameObjects.Image;
  readonly glow: Phaser.GameObjects.Image;
}

/** All bolts in flight; grenades are another file's. */
export interface Bolts {
  draw(world: World): void;
}

/** Makes the pictures beforehand; any of them shows any bolt, since a bolt remembers nothing between frames. */
export function createBolts(scene: Phaser.Scene, layers: Layers, tints: Tints, veil: Veil): Bolts {
  const streaks = Array.from({ length: MOST }, (): Streak => {
    return {
      trail: addPicture(scene, layers.shots, "trail").setOrigin(1, 0.5).setVisible(false),
      bolt: addPicture(scene, layers.shots, "bolt").setVisible(false),
      glow: addPicture(scene, layers.glow, "glow")
        .setScale(ART_SCALE * GLOW_SCALE)
        .setAlpha(GLOW_ALPHA)
        .setBlendMode(BlendModes.ADD)
        .setVisible(false),
    };
  });
  const trailWidth = streaks[0]!.trail.width;
  let shown = 0;

  const drawBolt = (bolt: Bolt, { trail, bolt: head, glow }: Streak): void => {
    const { full, pale } = tints.of(bolt.owner);
    const mate = tints.isMate(bolt.owner);
    const width = ART_SCALE * (mate ? MATE_WIDTH : 1);
    const angle = Math.atan2(bolt.dy, bolt.dx);
    const flown = Math.min(TRAIL, bolt.flown);
    // What came out of a shadow trails no light behind it there.
    const lit = bolt.own ? flown : veil.changesAt(bolt.x, bolt.y, -bolt.dx, -bolt.dy, 0, flown);
    trail
      .setVisible(true)
      .setPosition(bolt.x, bolt.y)
      .setRotation(angle)
      .setScale(lit / trailWidth, width)
      .setTint(full);
    head
      .setVisible(true)
      .setPosition(bolt.x, bolt.y)
      .setRotation(angle)
      .setScale(ART_SCALE, width)
      .setTint(pale);
    glow.setVisible(!mate).setPosition(bolt.x, bolt.y).setTint(full);
  };

  return {
    draw(world) {
      let count = 0;
      for (const bolt of world.bolts) {
        if (count === MOST) break;
        if (weaponOf(bolt.weapon).kind !== "bolt") continue;
        if (bolt.own || veil.sees(bolt.x, bolt.y)) drawBolt(bolt, streaks[count++]!);
      }
      for (let i = count; i < shown; i++) {
        const streak = streaks[i]!;
        streak.trail.setVisible(false);
        streak.bolt.setVisible(false);
        streak.glow.setVisible(false);
      }
      shown = count;
    },
  };
}
