import type Phaser from "phaser";
import { DRONE, otherTeam, teamOf, weaponOf } from "../../shared/content/index.ts";
import type { Drone } from "../net/world.ts";
import { ART_SCALE, addPicture } from "./art.ts";
import { BlendModes } from "./engine.ts";
import type { Layers } from "./layers.ts";
import type { Taste } from "./taste.ts";
import { teamTint } from "./tint.ts";

/** px that the shadow lies beside the drone; the hall's lamps hang in the upper left. */
const SHADOW_X = 2.4;
const SHADOW_Y = 4;
/** Radians per ms of the protection ring, and of its breath. */
const SHIELD_TURN = 0.0011;
const SHIELD_PULSE = 0.009;
const RING_TURN = 0.0003;
/** Radians per ms of the overclock's halo, and of its pulse: faster than anything else that turns. */
const HALO_TURN = 0.006;
const HALO_PULSE = 0.02;
const HALO_TINT = 0xffb347;
/** Each arc stands for an equal part of the plating. */
const ARCS = 4;
const ARC_TINT = 0xb5defa;
/** World px from the drone's middle to the packet on its back. */
const PACKET_BEHIND = 18;
const PACKET_SCALE = 0.85;
/** World px from the drone's middle to the crown, which sits askew: what is above belongs to the bar of health. */
const CROWN_X = -12;
const CROWN_Y = -14;
const CROWN_TILT = -0.6;
const CROWN_SCALE = 0.8;
/** Sizes of the glow at the muzzle of a weapon that is fully charged, as shares of its picture. */
const CHARGE_GLOW = 0.95;
const CHARGE_CORE = 0.34;
const CHARGE_FLICKER = 0.03;
const WHITE = 0xffffff;

/** Who a drone is to the one through whose eyes the world is seen. */
export type Standing = "followed" | "friend" | "other";

/** What tells the state of a drone: who it is, what protects it, what it carries. */
export interface Trimmings {
  /** @param leads whether it has the most points, and so the crown */
  draw(drone: Drone, standing: Standing, leads: boolean, now: number, alpha: number): void;
  hide(): void;
  destroy(): void;
}

/**
 * Makes the pictures around and below a drone, all hidden.
 * @param layer the one of the drone's own pictures
 */
export function createTrimmings(
  scene: Phaser.Scene,
  layers: Layers,
  layer: Phaser.GameObjects.Layer,
  tint: number,
  taste: Taste,
): Trimmings {
  const shadow = addPicture(scene, layers.shadows, "shadow");
  const ring = addPicture(scene, layers.shadows, "ring-own").setTint(tint);
  const shield = addPicture(scene, layer, "ring-shield");
  const arcs = Array.from({ length: ARCS }, (_, i) =>
    addPicture(scene, layer, "armour")
      .setTint(ARC_TINT)
      .setRotation((i * Math.PI * 2) / ARCS),
  );
  const packet = addPicture(scene, layer, "packet");
  const crown = addPicture(scene, layer, "crown")
    .setRotation(CROWN_TILT)
    .setScale(ART_SCALE * CROWN_SCALE);
  const badge = addPicture(scene, layer, "badge-circle").setTint(WHITE);
  const lit = (frame: "halo" | "glow", colour: number): Phaser.GameObjects.Image =>
    addPicture(scene, layers.glow, frame).setTint(colour).setBlendMode(BlendModes.ADD);
  const halo = lit("halo", HALO_TINT);
  const charge = lit("glow", tint);
  const chargeCore = lit("glow", WHITE);
  const all = [shadow, ring, shield, ...arcs, packet, crown, badge, halo, charge, chargeCore];

  const drawRing = (drone: Drone, standing: Standing, now: number, alpha: number): void => {
    ring.setVisible(standing !== "other");
    if (standing === "other") return;
    const own = standing === "followed";
    ring
      .setFrame(own ? "ring-own" : "ring-friend")
      .setPosition(drone.x, drone.y)
      .setRotation(own && !taste.still ? now * RING_TURN : 0)
      .setAlpha(alpha);
  };

  const drawShield = (drone: Drone, now: number, alpha: number): void => {
    shield.setVisible(drone.protected);
    if (!drone.protected) return;
    const breath = taste.still ? 0.5 : 0.5 + 0.5 * Math.sin(now * SHIELD_PULSE);
    shield
      .setPosition(drone.x, drone.y)
      .setRotation(taste.still ? 0 : now * SHIELD_TURN)
      .setScale(ART_SCALE * (0.98 + 0.08 * breath))
      .setAlpha(alpha * (0.45 + 0.5 * breath));
  };

  const drawPlating = ({ x, y, plating }: Drone, alpha: number): void => {
    for (let i = 0; i < ARCS; i++) {
      // The last arc fades as it is used up: how many there are is seen at a glance, how much of it by looking.
      const part = Math.min(1, (plating / DRONE.plating.most) * ARCS - i);
      arcs[i]!.setVisible(part > 0)
        .setPosition(x, y)
        .setAlpha(alpha * (0.35 + 0.65 * part));
    }
  };

  const drawHalo = ({ x, y, overclocked }: Drone, now: number, alpha: number): void => {
    halo.setVisible(overclocked);
    if (!overclocked) return;
    const pulse = taste.still ? 0.5 : 0.5 + 0.5 * Math.sin(now * HALO_PULSE);
    halo
      .setPosition(x, y)
      .setRotation(taste.still ? 0 : now * HALO_TURN)
      .setScale(ART_SCALE * (0.9 + 0.12 * pulse))
      .setAlpha(alpha * (0.6 + 0.4 * pulse));
  };

  const drawPacket = (drone: Drone, alpha: number): void => {
    const team = teamOf(otherTeam(drone.team));
    const carries = drone.laden && team !== null;
    packet.setVisible(carries);
    badge.setVisible(carries);
    if (!carries) return;
    const x = drone.x - Math.cos(drone.aim) * PACKET_BEHIND;
    const y = drone.y - Math.sin(drone.aim) * PACKET_BEHIND;
    packet
      .setPosition(x, y)
      .setRotation(drone.aim)
      .setScale(ART_SCALE * PACKET_SCALE)
      .setTint(teamTint(team.id).full)
      .setAlpha(alpha);
    badge
      .setFrame(`badge-${team.shape}`)
      .setPosition(x, y)
      .setScale(ART_SCALE * PACKET_SCALE)
      .setAlpha(alpha);
  };

  const drawCharge = (drone: Drone, now: number, alpha: number): void => {
    const charging = drone.charge > 0;
    charge.setVisible(charging);
    chargeCore.setVisible(charging);
    if (!charging) return;
    const { muzzle } = weaponOf(drone.weapon);
    const x = drone.x + Math.cos(drone.aim) * muzzle;
    const y = drone.y + Math.sin(drone.aim) * muzzle;
    const flicker = taste.still ? 1 : 1 + 0.12 * drone.charge * Math.sin(now * CHARGE_FLICKER);
    const size = ART_SCALE * drone.charge * flicker;
    charge
      .setPosition(x, y)
      .setScale(size * CHARGE_GLOW)
      .setAlpha(alpha * (0.35 + 0.65 * drone.charge));
    chargeCore
      .setPosition(x, y)
      .setScale(size * CHARGE_CORE)
      .setAlpha(alpha);
  };

  const hide = (): void => {
    for (const picture of all) picture.setVisible(false);
  };
  hide();

  return {
    draw(drone, standing, leads, now, alpha) {
      shadow
        .setVisible(true)
        .setPosition(drone.x + SHADOW_X, drone.y + SHADOW_Y)
        .setAlpha(alpha);
      drawRing(drone, standing, now, alpha);
      drawShield(drone, now, alpha);
      drawPlating(drone, alpha);
      drawHalo(drone, now, alpha);
      drawPacket(drone, alpha);
      drawCharge(drone, now, alpha);
      crown
        .setVisible(leads)
        .setPosition(drone.x + CROWN_X, drone.y + CROWN_Y)
        .setAlpha(alpha);
    },
    hide,
    destroy() {
      for (const picture of all) picture.destroy();
    },
  };
}
