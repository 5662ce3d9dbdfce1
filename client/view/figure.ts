import type Phaser from "phaser";
import type { Drone } from "../net/world.ts";
import { ART_SCALE, addPicture, tintOf } from "./art.ts";
import { weaponArt } from "./contentArt.ts";
import type { Effects } from "./effects.ts";
import { TintModes } from "./engine.ts";
import { createLabel } from "./label.ts";
import type { Layers } from "./layers.ts";
import type { Names } from "./names.ts";
import { playerLook } from "./palette.ts";
import type { Taste } from "./taste.ts";
import { mix } from "./tint.ts";
import { createTrimmings, type Standing } from "./trimmings.ts";

/** How long a hurt drone is white: about four frames, seen but not hiding who it is. */
const HURT_MS = 70;
/** A hit squashes the body this much, for a little longer than it is white. */
const SQUASH = 0.12;
const SQUASH_MS = 90;
/** The barrel is home again after this time. */
const RECOIL_MS = 90;
/** World px that the body gives way to a shot, as a share of what the barrel does. */
const BODY_KICK = 0.22;
/** How long a blow holds the picture of a drone. */
const FREEZE_MS = 50;
/** World px between two after-images of a dash or of an overclocked drone. */
const GHOST_EVERY = 22;
/** A place further than this away is a respawn, not a dash. */
const JUMP = 120;
const GONE_ALPHA = 0.45;
const GONE_TINT = 0x8b98a8;
const WHITE = 0xffffff;
/** High contrast: a ring just outside of the body, as a share of the picture of one, and how white its colour is. */
const EDGE_SIZE = 0.31;
const EDGE_WHITENESS = 0.7;

/** One drone on the field. */
export interface Figure {
  /** Whether it still looks like this drone; another team, owner or palette wants another figure. */
  fits(drone: Drone): boolean;
  /** @param shown how far it is out of the shadow, 0..1; at 0 nothing of it is drawn */
  draw(drone: Drone, standing: Standing, leads: boolean, now: number, shown: number): void;
  /** Its weapon fired: the barrel jumps back. */
  recoil(now: number): void;
  /** It was hit: it turns white for a moment. */
  hurt(now: number): void;
  /** It dealt or took a heavy blow: what moves in its picture stands for a moment. It goes on flying all the same. */
  freeze(now: number): void;
  destroy(): void;
}

export function createFigure(
  scene: Phaser.Scene,
  layers: Layers,
  names: Names,
  effects: Effects,
  drone: Drone,
  taste: Taste,
): Figure {
  const { slot, self, team } = drone;
  const look = playerLook(slot, self, team);
  const tint = tintOf(look.colour);
  const layer = self ? layers.self : layers.drones;
  const trimmings = createTrimmings(scene, layers, layer, tint, taste);
  const barrel = addPicture(scene, layer, weaponArt(drone.weapon).barrel);
  const body = addPicture(scene, layer, "body");
  const plate = addPicture(scene, layer, "plate");
  const badge = addPicture(scene, layer, `badge-${look.shape}`);
  const edge = addPicture(scene, layer, "ring-thin")
    .setScale(EDGE_SIZE * ART_SCALE)
    .setTint(mix(tint, WHITE, EDGE_WHITENESS));
  const pictures = [barrel, body, plate, badge, edge];
  const label = self ? null : createLabel(scene, layers, names, taste);
  let weapon = drone.weapon;
  let health = drone.health;
  let hidden = true;
  let hurtAt = Number.NEGATIVE_INFINITY;
  let recoilAt = Number.NEGATIVE_INFINITY;
  let frozenAt = Number.NEGATIVE_INFINITY;
  let ghostX = drone.x;
  let ghostY = drone.y;

  const leaveGhosts = (drone: Drone): void => {
    const dx = drone.x - ghostX;
    const dy = drone.y - ghostY;
    const way = Math.sqrt(dx * dx + dy * dy);
    const fast = drone.dashing || drone.overclocked;
    if (fast && way < GHOST_EVERY) return;
    if (fast && way < JUMP) effects.leaveGhost(ghostX, ghostY, tint);
    ghostX = drone.x;
    ghostY = drone.y;
  };

  const drawBody = (drone: Drone, now: number, alpha: number): void => {
    const { x, y, aim } = drone;
    const art = weaponArt(drone.weapon);
    if (drone.weapon !== weapon) {
      weapon = drone.weapon;
      barrel.setFrame(art.barrel);
    }
    const posed = now - frozenAt < FREEZE_MS ? frozenAt : now;
    const white = taste.flash > 0 && posed - hurtAt < HURT_MS;
    const squash = SQUASH * Math.max(0, 1 - (posed - hurtAt) / SQUASH_MS);
    const kick = art.recoil * Math.max(0, 1 - (posed - recoilAt) / RECOIL_MS);
    const backX = Math.cos(aim) * kick;
    const backY = Math.sin(aim) * kick;
    const bodyX = x - backX * BODY_KICK;
    const bodyY = y - backY * BODY_KICK;
    const colour = drone.connected ? tint : GONE_TINT;
    barrel
      .setPosition(x - backX, y - backY)
      .setRotation(aim)
      .setAlpha(alpha);
    body
      .setPosition(bodyX, bodyY)
      .setScale(ART_SCALE * (1 + squash), ART_SCALE * (1 - squash))
      .setTint(white ? mix(colour, WHITE, taste.flash) : colour)
      .setTintMode(white ? TintModes.FILL : TintModes.MULTIPLY)
      .setAlpha(alpha);
    plate.setPosition(bodyX, bodyY).setAlpha(alpha);
    badge.setPosition(bodyX, bodyY).setTint(tint).setAlpha(alpha);
    for (const picture of pictures) picture.setVisible(true);
    edge.setPosition(bodyX, bodyY).setAlpha(alpha).setVisible(taste.contrast);
  };

  const hide = (): void => {
    hidden = true;
    for (const picture of pictures) picture.setVisible(false);
    trimmings.hide();
    label?.hide();
  };
  hide();

  /** What happened to it in the shadow is not made up for: no trail leads from where it was, no wound is new. */
  const appear = (drone: Drone): void => {
    hidden = false;
    ghostX = drone.x;
    ghostY = drone.y;
    health = drone.health;
  };

  return {
    fits(drone) {
      const wanted = playerLook(slot, drone.self, drone.team);
      return drone.self === self && wanted.colour === look.colour && wanted.shape === look.shape;
    },
    draw(drone, standing, leads, now, shown) {
      if (shown === 0) {
        if (!hidden) hide();
        return;
      }
      if (hidden) appear(drone);
      if (drone.health < health) hurtAt = now;
      health = drone.health;
      leaveGhosts(drone);
      const alpha = shown * (drone.connected ? 1 : GONE_ALPHA);
      trimmings.draw(drone, standing, leads, now, alpha);
      drawBody(drone, now, alpha);
      label?.draw(drone.name, drone.health, drone.x, drone.y, tint, alpha);
    },
    recoil(now) {
      recoilAt = now;
    },
    hurt(now) {
      hurtAt = now;
    },
    freeze(now) {
      frozenAt = now;
    },
    destroy() {
      for (const picture of pictures) picture.destroy();
      trimmings.destroy();
      label?.destroy();
    },
  };
}
