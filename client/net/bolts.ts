import type { BoltWeapon } from "../../shared/content/index.ts";
import { boltTravel, meetsDrone, type Shot } from "../../shared/sim/index.ts";
import type { Bolt, Drone } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** Around the place where the server took a bolt away, this many px are searched for the drone that it hit. */
const SEARCH = 45;

/** A bolt that is drawn. */
export interface BoltFlight extends Bolt {
  readonly kind: "bolt";
  readonly type: BoltWeapon;
  readonly shot: Shot;
  /** px after which it ends. */
  end: number;
}

/** Lets a bolt leave. @param shot is kept */
export function newBolt(id: number, owner: number, own: boolean, type: BoltWeapon, shot: Shot): BoltFlight {
  const { x, y, dx, dy } = shot;
  return {
    kind: "bolt",
    type,
    shot,
    end: shot.reach,
    ...{ id, owner, own, weapon: type.id, dx, dy, x, y, flown: 0 },
  };
}

/** The server took it away at an age in ticks: it flies on to where it was then. */
export function endBolt(bolt: BoltFlight, age: number): void {
  bolt.end = Math.min(bolt.end, boltTravel(bolt.type, bolt.shot.reach, age));
}

/** The server says where it hit. */
export function endBoltAt(bolt: BoltFlight, x: number, y: number): void {
  const { shot } = bolt;
  bolt.end = Math.max(0, (x - shot.x) * shot.dx + (y - shot.y) * shot.dy);
}

/**
 * Moves a bolt to where it is at an age in ticks, never back.
 * @returns whether it is still in the air
 */
export function flyBolt(bolt: BoltFlight, age: number): boolean {
  const { shot } = bolt;
  bolt.flown = Math.max(bolt.flown, boltTravel(bolt.type, bolt.end, age));
  bolt.x = shot.x + shot.dx * bolt.flown;
  bolt.y = shot.y + shot.dy * bolt.flown;
  return bolt.flown < bolt.end;
}

/** What a bolt that has ended met, as the picture shows it. */
export function impactOf(bolt: BoltFlight, drones: readonly Drone[]): WorldEvent {
  const { shot } = bolt;
  let at = bolt.end;
  let on: "wall" | "drone" = "wall";
  if (at < shot.reach - 1) {
    const from = Math.max(0, at - SEARCH);
    for (const drone of drones) {
      if (drone.slot === bolt.owner || !drone.alive) continue;
      const met = meetsDrone(shot, from, at + SEARCH, drone.x, drone.y, bolt.type.boltRadius);
      if (met === Number.POSITIVE_INFINITY) continue;
      at = met;
      on = "drone";
    }
  }
  return {
    type: "impact",
    on,
    own: bolt.own,
    x: shot.x + shot.dx * at,
    y: shot.y + shot.dy * at,
    angle: Math.atan2(shot.dy, shot.dx),
  };
}
