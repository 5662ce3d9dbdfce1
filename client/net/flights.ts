import type { PredictedSpawns, SpawnsOptions } from "@colyseus/sdk/predict";
import { type FlyingWeapon, TICK_MS, weaponOf } from "../../shared/content/index.ts";
import type { ServerMessages } from "../../shared/protocol.ts";
import { createShot, SEQ_MASK, type Shot, shotFrom } from "../../shared/sim/index.ts";
import type { BoltState } from "../../shared/state/index.ts";
import { type BoltFlight, endBolt, endBoltAt, flyBolt, impactOf, newBolt } from "./bolts.ts";
import { blastOf, endGrenade, type GrenadeFlight, newGrenade, rollGrenade } from "./grenades.ts";
import { FAR_AWAY, farness } from "./nearness.ts";
import type { Timeline } from "./timeline.ts";
import type { World } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

type Flight = BoltFlight | GrenadeFlight;

/** What an own shot is recognized by: the number of the command that fired it, low 16 bits. */
interface OwnShot {
  readonly seq: number;
}

/** Opens the SDK's ledger of predicted and confirmed shots. */
export type SpawnsDoor = (
  options: SpawnsOptions<BoltState, OwnShot, undefined>,
) => PredictedSpawns<BoltState, OwnShot>;

/** What is known of a flight besides where it is. */
interface Tracked {
  readonly flight: Flight;
  /** Number of the command that fired an own one, low 16 bits; nobody is told that of others. */
  readonly seq: number | null;
  /** Local time of the click for own ones, in ms; null for others, which fly on the server's clock. */
  readonly clickedAt: number | null;
  /** Tick at which the server's left the muzzle; null while an own one is not confirmed. */
  bornAt: number | null;
  /** Whether the server has taken it away. */
  gone: boolean;
  /** Whether it has left in the picture; until then it is not drawn. */
  launched: boolean;
}

/** A shot that left more ticks ago is not told any more: whoever comes now did not see it leave. */
const LATE_SHOT = 6;

export interface Flights {
  /** An own shot takes off on this very frame. `shot` is copied. */
  predict(now: number, seq: number, weapon: FlyingWeapon, owner: number, shot: Shot): void;
  /** The server confirms a hit of an own bolt at a place. */
  hit(seq: number, x: number, y: number): void;
  /**
   * Something exploded. A grenade that is drawn goes off when the picture has come to its end.
   * @returns whether it was such a grenade
   */
  blast(blast: ServerMessages["blast"]): boolean;
  /** Moves all to where they are in this frame and reports those that end. */
  frame(now: number, emit: (event: WorldEvent) => void): void;
  /** Clears the air, as for another map. */
  clear(): void;
}

/** A flight of the weapon's kind. */
function newFlight(id: number, owner: number, own: boolean, weapon: FlyingWeapon, shot: Shot): Flight {
  if (weapon.kind === "bolt") return newBolt(id, owner, own, weapon, shot);
  return newGrenade(id, owner, own, weapon, shot);
}

/**
 * Keeps what flies and is drawn, in the world's `bolts`.
 * Own ones fly from the click on; the server's twin takes over unseen, since the server put its birth to the moment of
 * the click in the shooter's view. Those of others are drawn the nearer to the present the nearer they are (`farness`).
 */
export function createFlights(
  openSpawns: SpawnsDoor,
  timeline: Pick<Timeline, "latest" | "present" | "shown">,
  selfSlot: () => number,
  world: World,
): Flights {
  const { bolts } = world;
  let tracked: Tracked[] = [];
  /** By the id of the spawn; what the server has taken away is not in it any more. */
  const known = new Map<number, Tracked>();
  const spawns = openSpawns({
    owned: (bolt) => bolt.owner === selfSlot(),
    correlate: (own, bolt) => own.seq === bolt.seq,
  });
  let foreignIds = -1;

  const track = (id: number, each: Tracked): void => {
    known.set(id, each);
    tracked.push(each);
  };

  const adopt = (id: number, state: BoltState): void => {
    const weapon = weaponOf(state.weapon);
    if (weapon.kind !== "bolt" && weapon.kind !== "grenade") return;
    const flight = newFlight(
      foreignIds--,
      state.owner,
      false,
      weapon,
      shotFrom(world.arena, weapon, state, state.angle, createShot()),
    );
    track(id, {
      flight,
      seq: null,
      clickedAt: null,
      bornAt: state.bornAt,
      gone: false,
      launched: false,
    });
  };

  /** The server took it away, so it ended by the tick of the newest patch. */
  const end = ({ flight, bornAt }: Tracked): void => {
    // One that was never confirmed ended before its first patch: what became of it is told by a message, otherwise it
    // ends here as it was predicted.
    if (bornAt === null) return;
    const age = Math.max(0, timeline.latest() - bornAt);
    if (flight.kind === "bolt") endBolt(flight, age);
    else endGrenade(flight, age);
  };

  /** Takes over what the server has added and taken away. */
  const settle = (): void => {
    for (const entry of spawns.entries()) {
      if (entry.server === undefined) continue;
      const each = known.get(entry.id);
      if (each === undefined) adopt(entry.id, entry.server);
      else each.bornAt ??= entry.server.bornAt;
    }
    for (const [id, each] of known) {
      if (spawns.alive(id)) continue;
      known.delete(id);
      each.gone = true;
      end(each);
    }
  };

  /** Age in ticks at which a flight is drawn. */
  const drawnAge = ({ flight, clickedAt, bornAt }: Tracked, now: number): number => {
    if (clickedAt !== null) return (now - clickedAt) / TICK_MS;
    const { self } = world;
    const away = self?.alive ? Math.hypot(flight.x - self.x, flight.y - self.y) : FAR_AWAY;
    const present = timeline.present();
    return present - (present - timeline.shown()) * farness(away) - (bornAt ?? present);
  };

  /** Lets the shots of others leave when the picture has come to it. */
  const launch = (each: Tracked, age: number, emit: (event: WorldEvent) => void): void => {
    if (each.launched || age < 0) return;
    each.launched = true;
    const { owner, weapon, x, y, dx, dy } = each.flight;
    const angle = Math.atan2(dy, dx);
    if (age < LATE_SHOT) emit({ type: "shot", slot: owner, own: false, weapon, x, y, angle });
  };

  /** Moves one; returns whether it is still in the air. */
  const advance = (each: Tracked, now: number, emit: (event: WorldEvent) => void): boolean => {
    const { flight } = each;
    const age = drawnAge(each, now);
    launch(each, age, emit);
    if (!each.launched) return true;
    if (flight.kind === "bolt") {
      if (flyBolt(flight, age)) return true;
      emit(impactOf(flight, world.drones));
      return false;
    }
    if (rollGrenade(flight, age, each.bornAt !== null, world.arena, emit)) return true;
    const blast = blastOf(flight);
    if (blast !== null) emit(blast);
    return false;
  };

  return {
    predict(now, seq, weapon, owner, shot) {
      const own = { seq: seq & SEQ_MASK };
      const { id } = spawns.spawn(own);
      const flight = newFlight(id, owner, true, weapon, { ...shot });
      track(id, { flight, ...own, clickedAt: now, bornAt: null, gone: false, launched: true });
    },
    hit(seq, x, y) {
      for (const { flight, seq: fired, clickedAt } of tracked) {
        if (clickedAt !== null && fired === seq && flight.kind === "bolt") endBoltAt(flight, x, y);
      }
    },
    blast({ by, weapon, x, y }) {
      settle();
      let ended: GrenadeFlight | null = null;
      let early: GrenadeFlight | null = null;
      for (const { flight, gone, bornAt } of tracked) {
        if (flight.kind !== "grenade" || flight.owner !== by || flight.weapon !== weapon) continue;
        if (flight.blast !== null) continue;
        if (gone && bornAt !== null) ended ??= flight;
        else if (!gone && bornAt === null) early ??= flight;
      }
      // One that went off before the first patch with it is over as soon as this is told.
      if (ended === null && early !== null) early.end = early.age;
      const flight = ended ?? early;
      if (flight === null) return false;
      flight.blast = { x, y };
      return true;
    },
    frame(now, emit) {
      settle();
      let kept = 0;
      let drawn = 0;
      for (let i = 0; i < tracked.length; i++) {
        const each = tracked[i]!;
        if (!advance(each, now, emit)) continue;
        tracked[kept++] = each;
        if (each.launched) bolts[drawn++] = each.flight;
      }
      tracked.length = kept;
      bolts.length = drawn;
    },
    clear() {
      known.clear();
      tracked = [];
      bolts.length = 0;
    },
  };
}
