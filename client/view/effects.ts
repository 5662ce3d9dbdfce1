import type Phaser from "phaser";
import { DRONE, weaponOf } from "../../shared/content/index.ts";
import type { WorldEvent } from "../net/worldEvents.ts";
import { UNIT } from "./art.ts";
import { createBrush, eitherWay } from "./brush.ts";
import { weaponArt } from "./contentArt.ts";
import type { Decals } from "./decals.ts";
import type { Layers } from "./layers.ts";
import type { Light } from "./light.ts";
import type { Taste } from "./taste.ts";
import { type Tints, teamTint } from "./tint.ts";
import type { Veil } from "./veil.ts";

/** What fights is warm. */
const WARM = 0xffb066;
const HOT = 0xfff3d6;
const WHITE = 0xffffff;
const EMBER = 0xff7a3c;
const STEEL = 0xb9c6d6;

/** How long things show, in ms: a shot is a blink, a death is noticed from the corner of the eye. */
const LIFE = {
  flash: 60,
  flashGlow: 90,
  flashLight: 110,
  impactGlow: 110,
  impactLight: 140,
  /** Four frames at 60 a second: seen, and too short to blind. */
  core: 70,
  stand: 50,
  deathRing: 420,
  deathLight: 480,
  /** How far it hurt can still be read when the flash is over. */
  blastRing: 520,
  blastField: 260,
  blastLight: 520,
  dash: 220,
  ghost: 210,
  spawn: 380,
  place: 260,
  taken: 300,
  wave: 700,
} as const;

/** World px that a flash lights up. */
const IMPACT_REACH = { drone: 110, wall: 80, bounce: 60 } as const;
const DEATH_REACH = 300;
/** Light of a blast, as a share of its radius. */
const BLAST_REACH = 2.6;
const WAVE_RADIUS = 110;
const DEATH_SHARDS = 9;
const BLAST_SHARDS = 7;

/** Length of the beam picture in drawing units: a ray stretches it to its own. */
const BEAM_UNITS = 16;

/** Where empty cases leave a weapon, as a share of the way from its muzzle to the drone's middle. */
const BREECH = 0.45;

/** World px around its middle that tell whether something is seen: of a spark, and as a share of a blast's radius. */
const SPARK_RADIUS = 6;
const BLAST_CORE = 0.6;

type EventOf<Type extends WorldEvent["type"]> = Extract<WorldEvent, { type: Type }>;

/** Pictures that answer events and are gone within a second. What happens in the shadow is not shown. */
export interface Effects {
  show(event: WorldEvent): void;
  /** A fast drone leaves an image of itself. */
  leaveGhost(x: number, y: number, tint: number): void;
  /** Something was taken here. */
  glint(x: number, y: number, slot: number): void;
  /** Something was won here by a team. */
  wave(x: number, y: number, team: number): void;
  draw(now: number): void;
  clear(): void;
}

export function createEffects(
  scene: Phaser.Scene,
  layers: Layers,
  light: Light,
  decals: Decals,
  tints: Tints,
  veil: Veil,
  taste: Taste,
): Effects {
  const brush = createBrush(scene, layers, taste);

  const flash = ({ weapon, slot, x, y, angle }: EventOf<"shot">): void => {
    const art = weaponArt(weapon);
    if (art.flashReach === 0) {
      brush.ring("ring-thin", x, y, tints.of(slot).full, 6, 20, LIFE.place);
      return;
    }
    const mote = brush.light("flash", x, y, HOT, LIFE.flash);
    mote.angle = angle;
    mote.lengthFrom = art.flash.length * (0.9 + Math.random() * 0.3);
    mote.lengthTo = art.flash.length * 0.7;
    mote.widthFrom = art.flash.width;
    mote.widthTo = art.flash.width * 0.4;
    brush.glow(x, y, WARM, 0.8, LIFE.flashGlow, 0.7);
    light.flare(x, y, art.flashReach, LIFE.flashLight);
    const back = weaponOf(weapon).muzzle * BREECH;
    if (art.cased) brush.casing(x - Math.cos(angle) * back, y - Math.sin(angle) * back, angle);
  };

  /** Draws a ray from `from` to `to` px along its way. */
  const beam = (
    ray: EventOf<"trace">,
    from: number,
    to: number,
    tint: number,
    width: number,
    lifeMs: number,
  ): void => {
    const middle = (from + to) / 2;
    const x = ray.x + Math.cos(ray.angle) * middle;
    const y = ray.y + Math.sin(ray.angle) * middle;
    const mote = brush.light("beam", x, y, tint, lifeMs);
    mote.angle = ray.angle;
    mote.lengthFrom = (to - from) / (BEAM_UNITS * UNIT);
    mote.lengthTo = mote.lengthFrom;
    mote.widthFrom = width;
    mote.widthTo = width * 0.35;
  };

  const tracePart = (event: EventOf<"trace">, from: number, to: number): void => {
    const { ray } = weaponArt(event.weapon);
    if (ray === null) return;
    beam(event, from, to, tints.of(event.slot).full, ray.width, ray.lifeMs);
    if (ray.core > 0) beam(event, from, to, WHITE, ray.core, ray.lifeMs);
    if (ray.lightEvery === 0) return;
    for (let at = from + ray.lightEvery / 2; at < to; at += ray.lightEvery) {
      const x = event.x + Math.cos(event.angle) * at;
      const y = event.y + Math.sin(event.angle) * at;
      light.flare(x, y, ray.lightEvery, ray.lifeMs);
    }
  };

  /** A ray that crosses shadows is seen in pieces; the own one is seen whole. */
  const trace = (event: EventOf<"trace">): void => {
    const { x, y, length, own } = event;
    if (own) {
      tracePart(event, 0, length);
      return;
    }
    const dx = Math.cos(event.angle);
    const dy = Math.sin(event.angle);
    for (let from = 0; from < length; ) {
      const to = veil.changesAt(x, y, dx, dy, from, length);
      if (veil.sees(x + dx * from, y + dy * from)) tracePart(event, from, to);
      from = to;
    }
  };

  const impact = ({ on, x, y, angle }: EventOf<"impact">): void => {
    const back = angle + Math.PI;
    const onDrone = on === "drone";
    brush.sparks(x, y, back, onDrone ? 1.7 : 1, onDrone ? 8 : 5, onDrone ? HOT : WARM);
    brush.glow(x, y, WARM, onDrone ? 0.9 : 0.6, LIFE.impactGlow, 0.7);
    light.flare(x, y, IMPACT_REACH[on], LIFE.impactLight);
    if (onDrone) return;
    brush.chips(x, y, back, 1.1, 2, STEEL);
    decals.pit(x, y, angle);
  };

  const bounce = ({ x, y }: EventOf<"bounce">): void => {
    brush.sparks(x, y, eitherWay(Math.PI), Math.PI, 3, WARM);
    brush.glow(x, y, WARM, 0.35, LIFE.impactGlow, 0.5);
    light.flare(x, y, IMPACT_REACH.bounce, LIFE.impactLight);
  };

  /** It stands white for a moment before it breaks: the eye sees what was hit, and nothing waits for it. */
  const destroy = ({ victim, x, y }: EventOf<"kill">): void => {
    const tint = tints.of(victim).full;
    brush.disc(x, y, WHITE, 17, 15, LIFE.stand).alpha = taste.flash;
    brush.ring("blast", x, y, tint, 9, 58, LIFE.deathRing).delayMs = LIFE.stand;
    brush.ring("blast", x, y, HOT, 5, 32, LIFE.deathRing - 120).delayMs = LIFE.stand + 40;
    brush.shards(x, y, tint, DEATH_SHARDS);
    brush.sparks(x, y, 0, Math.PI, 16, HOT);
    brush.glow(x, y, WARM, 2.2, LIFE.deathRing, 0.8);
    light.flare(x, y, DEATH_REACH, LIFE.deathLight);
    decals.wreck(x, y);
  };

  const explode = ({ by, x, y, radius }: EventOf<"blast">): void => {
    const { full } = tints.of(by);
    brush.disc(x, y, WHITE, radius * 0.4, radius * 0.25, LIFE.core).alpha = taste.flash;
    // Reaches its radius early and stays there: whoever looks learns how far it hurts.
    brush.disc(x, y, WARM, radius * 0.7, radius, LIFE.blastField).alpha = 0.3;
    brush.ring("ring-thin", x, y, full, radius * 0.75, radius, LIFE.blastRing);
    brush.ring("blast", x, y, HOT, radius * 0.2, radius * 0.8, LIFE.blastField);
    brush.ring("blast", x, y, EMBER, radius * 0.1, radius * 0.55, LIFE.blastRing).delayMs = LIFE.core;
    brush.flames(x, y, radius);
    brush.shards(x, y, STEEL, BLAST_SHARDS);
    brush.sparks(x, y, 0, Math.PI, 18, HOT);
    brush.glow(x, y, WARM, radius / 30, LIFE.blastField, 0.9);
    light.flare(x, y, radius * BLAST_REACH, LIFE.blastLight);
    decals.scorch(x, y, radius);
  };

  const spawn = ({ slot, x, y }: EventOf<"spawn">): void => {
    const tint = tints.of(slot).full;
    brush.ring("blast", x, y, tint, 42, 12, LIFE.spawn);
    brush.glow(x, y, tint, 1.2, LIFE.spawn, 0.6);
  };

  const glint = (x: number, y: number, slot: number): void => {
    const tint = tints.of(slot).full;
    brush.ring("ring-thin", x, y, tint, 14, 30, LIFE.taken);
    brush.glow(x, y, tint, 0.7, LIFE.taken, 0.6);
  };

  /** Of what a drone does: of the one that is followed and of mates it is always seen. */
  const seesDeed = (slot: number, own: boolean, x: number, y: number): boolean =>
    own || tints.isMate(slot) || veil.shows(x, y, DRONE.radius);

  return {
    show(event) {
      switch (event.type) {
        case "shot":
          if (seesDeed(event.slot, event.own, event.x, event.y)) flash(event);
          break;
        case "trace":
          trace(event);
          break;
        case "impact":
          if (veil.shows(event.x, event.y, SPARK_RADIUS)) impact(event);
          break;
        case "bounce":
          if (veil.shows(event.x, event.y, SPARK_RADIUS)) bounce(event);
          break;
        case "blast":
          if (veil.shows(event.x, event.y, event.radius * BLAST_CORE)) explode(event);
          break;
        case "kill":
          if (seesDeed(event.victim, false, event.x, event.y)) destroy(event);
          break;
        case "dash":
          if (seesDeed(event.slot, event.own, event.x, event.y)) {
            brush.ring("blast", event.x, event.y, tints.of(event.slot).full, 9, 22, LIFE.dash).alpha = 0.4;
          }
          break;
        case "spawn":
          if (seesDeed(event.slot, event.own, event.x, event.y)) spawn(event);
          break;
        case "picked":
          if (seesDeed(event.by, event.own, event.x, event.y)) glint(event.x, event.y, event.by);
          break;
        default:
          break;
      }
    },
    leaveGhost(x, y, tint) {
      brush.ghost(x, y, tint, LIFE.ghost, 0.5);
    },
    glint,
    wave(x, y, team) {
      const tint = teamTint(team).full;
      brush.ring("ring-thin", x, y, tint, 20, WAVE_RADIUS, LIFE.wave);
      brush.ring("ring-thin", x, y, WHITE, 10, WAVE_RADIUS * 0.7, LIFE.wave).delayMs = 80;
    },
    draw: brush.draw,
    clear: brush.clear,
  };
}
