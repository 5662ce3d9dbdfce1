import type { Arena, Spot } from "../../shared/arena/index.ts";
import type { GrenadeWeapon } from "../../shared/content/index.ts";
import { type Grenade, launchGrenade, type Shot, stepGrenade } from "../../shared/sim/index.ts";
import type { Bolt } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** A bounce that lies more ticks back when it is flown over is not told any more: the grenade was not drawn then. */
const LATE_BOUNCE = 6;

/** A grenade that is drawn: the very path of the server's, from tick to tick, and evenly between. */
export interface GrenadeFlight extends Bolt {
  readonly kind: "grenade";
  readonly type: GrenadeWeapon;
  /** Where it is at the end of the tick that is drawn, and where it was at its beginning. */
  readonly after: Grenade;
  readonly before: { x: number; y: number };
  /** Ticks since it left, as drawn. */
  age: number;
  /** Age at which it ends; Infinity until the server has taken it away. */
  end: number;
  /** Where it goes off when it ends; null until the server says so. */
  blast: Spot | null;
}

/** Lets a grenade leave. */
export function newGrenade(
  id: number,
  owner: number,
  own: boolean,
  type: GrenadeWeapon,
  shot: Shot,
): GrenadeFlight {
  const after = launchGrenade(type, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 });
  const { x, y } = after;
  return {
    kind: "grenade",
    type,
    after,
    before: { x, y },
    age: 0,
    end: Number.POSITIVE_INFINITY,
    blast: null,
    ...{ id, owner, own, weapon: type.id, dx: shot.dx, dy: shot.dy, x, y, flown: 0 },
  };
}

/** The server took it away at an age in ticks: it rolls on to where it was then. */
export function endGrenade(flight: GrenadeFlight, age: number): void {
  flight.end = Math.min(flight.end, age, flight.type.fuseTicks);
}

/** Flies one tick of the path, and tells a bounce on it. */
function flyTick(flight: GrenadeFlight, arena: Arena, emit: (event: WorldEvent) => void): void {
  const { after, before } = flight;
  const { vx, vy } = after;
  before.x = after.x;
  before.y = after.y;
  stepGrenade(arena, flight.type, after);
  const bounced = after.vx * vx < 0 || after.vy * vy < 0;
  if (bounced && flight.age - after.age < LATE_BOUNCE) emit({ type: "bounce", x: after.x, y: after.y });
}

/** Draws it between two ticks of its path. */
function place(flight: GrenadeFlight): void {
  const { after, before } = flight;
  const part = Math.min(1, flight.age - (after.age - 1));
  const x = before.x + (after.x - before.x) * part;
  const y = before.y + (after.y - before.y) * part;
  flight.flown += Math.hypot(x - flight.x, y - flight.y);
  flight.x = x;
  flight.y = y;
  const speed = Math.hypot(after.vx, after.vy);
  flight.dx = speed === 0 ? 0 : after.vx / speed;
  flight.dy = speed === 0 ? 0 : after.vy / speed;
}

/**
 * Rolls a grenade to where it is at an age in ticks, never back. Whatever is not over at the end of its fuse lies still
 * until the server says what has become of it.
 * @param confirmed whether the server knows of it; one that it does not know disappears after its fuse
 * @returns whether it is still there
 */
export function rollGrenade(
  flight: GrenadeFlight,
  age: number,
  confirmed: boolean,
  arena: Arena,
  emit: (event: WorldEvent) => void,
): boolean {
  const { fuseTicks } = flight.type;
  flight.age = Math.max(flight.age, Math.min(age, flight.end, fuseTicks));
  while (flight.after.age <= flight.age) flyTick(flight, arena, emit);
  place(flight);
  return flight.age < flight.end && (confirmed || flight.age < fuseTicks);
}

/** What a grenade that has ended does; null when it was only taken away. */
export function blastOf({ owner, type, blast }: GrenadeFlight): WorldEvent | null {
  if (blast === null) return null;
  return { type: "blast", by: owner, weapon: type.id, x: blast.x, y: blast.y, radius: type.blast.radius };
}
