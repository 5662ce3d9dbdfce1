import type Phaser from "phaser";
import type { Arena, Zone } from "../../shared/arena/index.ts";
import { TEAMS, type Team, TeamId, teamOf } from "../../shared/content/index.ts";
import { TAU } from "../../shared/math/index.ts";
import type { ActiveZone, World } from "../net/world.ts";
import { ART_SCALE, addPicture, type Frame, UNIT } from "./art.ts";
import type { Layers } from "./layers.ts";
import type { Taste } from "./taste.ts";
import { teamTint } from "./tint.ts";

/** World px between two marks of a ring, about. */
const MARK_EVERY = 17;
const MARK_SCALE = 1.2;
/** Radius in world px of the disc at its natural size. */
const DISC_RADIUS = 32 * UNIT;
/** Opacity of the ring of a zone that does not count now, and of what fills the one that does. */
const IDLE_ALPHA = 0.16;
const FILL_ALPHA = 0.15;
/** White is brighter than any team's colour. */
const NEUTRAL_FILL_ALPHA = 0.07;
const ICON_SCALE = 1.4;
/** Radians per ms of the light that runs around a ring, and of the change between two that fight for it. */
const RUN_RATE = 0.004;
const FIGHT_RATE = 0.012;

/** The pictures of one zone. */
interface Ring {
  readonly zone: Zone;
  readonly fill: Phaser.GameObjects.Image;
  readonly icon: Phaser.GameObjects.Image;
  /** An even number, so that two who fight for it share them equally. */
  readonly marks: readonly Phaser.GameObjects.Image[];
  /** What the marks show, see `faceOf`; null before the first frame. */
  face: number | null;
  /** The first team's colour as they show it: another palette has another. */
  tint: number;
}

/** The zones of Uplink, on the floor. */
export interface Zones {
  enter(arena: Arena): void;
  draw(world: World, now: number): void;
}

/** What a ring shows as one number: who holds it, or that it is fought for, or that it does not count. */
function faceOf(active: ActiveZone | null): number {
  if (active === null) return IDLE;
  return active.contested ? CONTESTED : active.holder;
}
const IDLE = -1;
const CONTESTED = 99;

/** A team's mark, so that nobody needs its colour. */
function markOf(team: Team | null): Frame {
  return team === null ? "mark-dash" : `mark-${team.shape}`;
}

export function createZones(scene: Phaser.Scene, layers: Layers, taste: Taste): Zones {
  let rings: Ring[] = [];

  const createRing = (zone: Zone): Ring => {
    const { x, y, radius } = zone;
    const fill = addPicture(scene, layers.goals, "disc")
      .setPosition(x, y)
      .setScale((ART_SCALE * radius) / DISC_RADIUS);
    const count = Math.round((TAU * radius) / MARK_EVERY / 2) * 2;
    const marks = Array.from({ length: count }, (_, i) => {
      const angle = (i / count) * TAU;
      return addPicture(scene, layers.goals, "mark-dash")
        .setPosition(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius)
        .setScale(ART_SCALE * MARK_SCALE);
    });
    // On the ring and not in the middle, where a rack may stand.
    const icon = addPicture(scene, layers.goals, "icon-zone")
      .setPosition(x, y - radius)
      .setScale(ART_SCALE * ICON_SCALE);
    return { zone, fill, icon, marks, face: null, tint: 0 };
  };

  /** Puts on what stays the same until the zone changes hands. */
  const dress = (ring: Ring, face: number): void => {
    ring.face = face;
    ring.tint = teamTint(TEAMS[0]!.id).full;
    const contested = face === CONTESTED;
    const team = contested ? TeamId.none : face;
    ring.marks.forEach((mark, i) => {
      const owner = contested ? TEAMS[i % TEAMS.length]! : teamOf(team);
      // Dashes lie along the ring; shapes stand upright, or a diamond would be a square.
      const along = owner === null ? (i / ring.marks.length + 0.25) * TAU : 0;
      mark
        .setFrame(markOf(owner))
        .setRotation(along)
        .setTint(teamTint(owner?.id ?? TeamId.none).full);
    });
    ring.fill.setVisible(face !== IDLE).setTint(teamTint(team).full);
    ring.icon
      .setVisible(face !== IDLE)
      .setFrame(contested ? "icon-contested" : "icon-zone")
      .setTint(teamTint(team).full);
  };

  const drawRing = (ring: Ring, now: number): void => {
    const { marks, fill, face } = ring;
    if (face === IDLE) {
      for (const mark of marks) mark.setAlpha(IDLE_ALPHA);
      return;
    }
    const swing = taste.still ? 0 : Math.sin(now * FIGHT_RATE);
    for (let i = 0; i < marks.length; i++) {
      const fight = i % 2 === 0 ? swing : -swing;
      const run = taste.still ? 0.5 : 0.5 + 0.5 * Math.sin(now * RUN_RATE - (i / marks.length) * TAU * 2);
      marks[i]!.setAlpha(face === CONTESTED ? 0.65 + 0.35 * fight : 0.7 + 0.3 * run);
    }
    if (face === CONTESTED) fill.setAlpha(NEUTRAL_FILL_ALPHA * (1 + 0.5 * swing));
    else fill.setAlpha(face === TeamId.none ? NEUTRAL_FILL_ALPHA : FILL_ALPHA);
  };

  const show = (ring: Ring, visible: boolean): void => {
    for (const mark of ring.marks) mark.setVisible(visible);
    if (visible) return;
    ring.face = null;
    ring.fill.setVisible(false);
    ring.icon.setVisible(false);
  };

  return {
    enter(arena) {
      for (const { fill, icon, marks } of rings) {
        fill.destroy();
        icon.destroy();
        for (const mark of marks) mark.destroy();
      }
      rings = arena.zones.map(createRing);
      for (const ring of rings) show(ring, false);
    },
    draw(world, now) {
      const active = world.zone;
      for (const ring of rings) {
        if (active === null) {
          if (ring.face !== null) show(ring, false);
          continue;
        }
        const counts = active.x === ring.zone.x && active.y === ring.zone.y;
        const face = faceOf(counts ? active : null);
        if (ring.face === null) show(ring, true);
        if (ring.face !== face || ring.tint !== teamTint(TEAMS[0]!.id).full) dress(ring, face);
        drawRing(ring, now);
      }
    },
  };
}
