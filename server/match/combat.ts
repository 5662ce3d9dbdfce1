import { type HitscanWeapon, weaponOf } from "../../shared/content/index.ts";
import { createShot, SEQ_MASK, type Shot, shotOf } from "../../shared/sim/index.ts";
import { hurt, type SeenTarget } from "./damage.ts";
import { launch } from "./flights.ts";
import { placeMine } from "./mines.ts";
import { allMeetings, firstMeeting, type Meeting } from "./targets.ts";
import type { Fighter, MatchWorld, PendingShot, Rewind } from "./world.ts";

/** What the pellets of one shot do to one drone together. */
interface Impact {
  pellets: number;
  /** Where the first of them met it. */
  readonly x: number;
  readonly y: number;
  readonly shot: Shot;
  readonly seen: SeenTarget;
}

function tellTrace(world: MatchWorld, pending: PendingShot, shot: Shot, lengths: number[]): void {
  const { shooter, weapon, seq, angle } = pending;
  world.events.push({
    type: "trace",
    to: { except: shooter.id },
    data: {
      by: shooter.player.slot,
      weapon,
      x: Math.round(shot.x),
      y: Math.round(shot.y),
      angle,
      seq: seq & SEQ_MASK,
      lengths,
    },
  });
}

/** Rays are decided at once, against the world as their shooter saw it. What pellets do to one drone is told as one hit. */
function fireRays(world: MatchWorld, rewind: Rewind, pending: PendingShot, weapon: HitscanWeapon): void {
  const { shooter, seq, agoMs } = pending;
  const impacts = new Map<Fighter, Impact>();
  const lengths: number[] = [];
  let muzzle: Shot | null = null;
  for (let pellet = 0; pellet < weapon.pellets; pellet++) {
    const shot = createShot();
    shotOf(world.arena, weapon, pending, pending.angle, shooter.player.slot, seq, pellet, shot);
    muzzle ??= shot;
    const first = weapon.pierces
      ? null
      : firstMeeting(world, rewind, shooter, shot, -shot.muzzle, shot.reach, agoMs, 0);
    const meetings: Meeting[] = weapon.pierces
      ? allMeetings(world, rewind, shooter, shot, agoMs)
      : first === null
        ? []
        : [first];
    lengths.push(Math.round(Math.max(0, first?.at ?? shot.reach)));
    for (const { target, at, x: seenX, y: seenY } of meetings) {
      const x = shot.x + shot.dx * at;
      const y = shot.y + shot.dy * at;
      const seen = { x: seenX, y: seenY, agoMs };
      const impact = impacts.get(target) ?? { pellets: 0, x, y, shot, seen };
      impact.pellets += 1;
      impacts.set(target, impact);
    }
  }
  tellTrace(world, pending, muzzle!, lengths);
  for (const [target, { pellets, x, y, shot, seen }] of impacts) {
    const strike = { shooter, weapon: weapon.id, seq, x, y, dx: shot.dx, dy: shot.dy, seen };
    if (hurt(world, target, weapon.damage * pellets, strike)) shooter.tally.hits[weapon.id]! += pellets;
  }
}

/** Stage 4 of the tick: decides the shots of this tick's commands, in the order in which they were pulled. */
export function stepShots(world: MatchWorld, rewind: Rewind): void {
  for (const pending of world.pending) {
    // A shooter who died earlier in this very stage had pulled first on the same tick: the shot still counts.
    const weapon = weaponOf(pending.weapon);
    pending.shooter.tally.shots[weapon.id]! += weapon.pellets;
    if (weapon.kind === "hitscan") fireRays(world, rewind, pending, weapon);
    else if (weapon.kind === "mine") placeMine(world, pending, weapon);
    else launch(world, rewind, pending, weapon);
  }
  world.pending.length = 0;
}

/** Ends the protection of a fighter who attacks. */
export function endProtection(fighter: Fighter): void {
  if (fighter.player.protected) fighter.player.protected = false;
}
