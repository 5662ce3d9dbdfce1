/**
 * The game's own bot brain at the screen of a player. The brain reads a match; this puts one together, in place, from what
 * a client has decoded and would draw, where it would draw it. What no screen shows, no brain learns.
 */
import type { Bolt, Drone, World, WorldEvent } from "../../client/net/index.ts";
import type { Surroundings } from "../../server/match/bots/index.ts";
import type { MatchEvent } from "../../server/match/index.ts";
import { createTally } from "../../server/match/records.ts";
import type { Fighter, Flight, PlacedMine } from "../../server/match/world.ts";
import { POSITION, TICK_HZ, WEAPONS, weaponOf } from "../../shared/content/index.ts";
import { directionOf, TAU } from "../../shared/math/index.ts";
import { ammoFields, Life } from "../../shared/sim/index.ts";
import {
  type ArenaState,
  BoltState,
  DropState,
  MineState,
  NOBODY,
  type PacketState,
  PlayerState,
} from "../../shared/state/index.ts";

/** Where enemies are put who are not seen: in the wall around the largest map, where nobody sees anybody. */
const NOWHERE = POSITION.max;

/** How far away, in px, something is put that was only heard: near enough to turn to (server/match/bots/hearing.ts). */
const HEARD_AT = 300;

/** Directions that sounds are told in. */
const SECTORS = 8;

/** Ticks by which a clock on the screen may seem to move before it counts as set anew. */
const CLOCK_SLACK = 20;

export interface Eyes {
  readonly surroundings: Surroundings;
  /** The own drone; null while there is none. */
  readonly self: Fighter | null;
  /** A tick has gone by: for each command. */
  tick(): void;
  /** Looks at the picture, whenever it has changed. */
  look(): void;
  /** Something happened, to be heard with the next look. */
  notice(event: WorldEvent): void;
  /** What was noticed has been heard. */
  forget(): void;
}

/**
 * Keeps one thing beside each item of a list, in the order of the list.
 * @param make null for an item that nothing stands beside
 * @returns to be called with the list as it is now
 */
function beside<I extends object, T>(
  things: T[],
  make: (item: I) => T | null,
  refresh: (thing: T, item: I) => void,
): (items: readonly I[]) => void {
  const known = new WeakMap<I, T>();
  return (items) => {
    let kept = 0;
    for (const item of items) {
      const thing = known.get(item) ?? make(item);
      if (thing === null) continue;
      known.set(item, thing);
      refresh(thing, item);
      things[kept++] = thing;
    }
    things.length = kept;
  };
}

/** What of the state the brain reads, as plain values. */
interface PlainState {
  tick: number;
  round: number;
  mode: number;
  zone: number;
  zoneHolder: number;
  zoneContested: boolean;
  zoneMovesAt: number;
  readonly racks: { readyAt: number }[];
  readonly packets: Pick<PacketState, "team" | "x" | "y" | "home" | "carrier">[];
}

/** The brain reads nothing but fields, and those of a plain object cost a tenth of a schema's. */
function plainState(racks: number): PlainState {
  return {
    ...{ tick: 0, round: 0, mode: 0, zone: NOBODY, zoneHolder: 0, zoneContested: false, zoneMovesAt: 0 },
    racks: Array.from({ length: racks }, () => ({ readyAt: 0 })),
    packets: [],
  };
}

function plainPlayer(slot: number): PlayerState {
  const fields = { ...new PlayerState().toJSON(), slot, x: NOWHERE, y: NOWHERE, aim: 0 };
  return fields as unknown as PlayerState;
}

function newFighter(drone: Drone): Fighter {
  const player = plainPlayer(drone.slot);
  const wounds = new Map();
  const never = { brain: null, seq: 0, aliveSince: 0, protectedUntil: 0 };
  return { id: `${drone.slot} ${drone.name}`, player, wounds, tally: createTally(), ...never };
}

function mirrorDrone({ player }: Fighter, drone: Drone, self: Drone | null): void {
  player.team = drone.team;
  player.alive = drone.alive ? Life.flying : Life.out;
  player.laden = drone.laden ? 1 : 0;
  if (!drone.seen) {
    // Of a mate the last place is as good as any; an enemy is nowhere.
    const isMate = drone.team !== 0 && drone.team === self?.team;
    player.x = isMate ? drone.x : NOWHERE;
    player.y = isMate ? drone.y : NOWHERE;
    return;
  }
  player.x = drone.x;
  player.y = drone.y;
  player.aim = drone.aim;
  player.health = drone.health;
  player.plating = drone.plating;
  player.protected = drone.protected;
  player.overclocked = drone.overclocked;
  player.weapon = drone.weapon;
  player.charge = Math.round(drone.charge * weaponOf(drone.weapon).chargeTicks);
  player.dashTicks = drone.dashing ? 1 : 0;
}

/** What only the own instruments show. */
function mirrorInstruments({ player }: Fighter, own: World["own"]): void {
  player.dashCharges = own.dashCharges;
  player.reload = own.reloadProgress < 1 ? 1 : 0;
  for (const weapon of WEAPONS) {
    const fields = ammoFields(weapon);
    const arm = own.arms[weapon.id];
    if (fields === null || arm === undefined) continue;
    player[fields.loaded] = arm.loaded ?? 0;
    player[fields.spare] = arm.spare ?? 0;
  }
}

/** Opens the eyes of a player. For another map, others have to be opened. */
export function openEyes(world: World): Eyes {
  const state = plainState(world.racks.length);
  const fighters: Fighter[] = [];
  const byId = new Map<string, Fighter>();
  const flights: Flight[] = [];
  const mines: PlacedMine[] = [];
  const drops = new Map<string, DropState>();
  const events: MatchEvent[] = [];
  const heading = { x: 0, y: 0 };
  let self: Fighter | null = null;
  /** Tick of the last look. */
  let lookedAt = 0;

  const fighterIn = (slot: number): Fighter | null =>
    fighters.find(({ player }) => player.slot === slot) ?? null;

  /** Whether the same are there as before. */
  const isKnown = (): boolean => {
    if (byId.size !== fighters.length) return false;
    for (const fighter of fighters) if (byId.get(fighter.id) !== fighter) return false;
    return true;
  };

  const seeDrones = beside(fighters, newFighter, (fighter, drone: Drone) => {
    mirrorDrone(fighter, drone, world.self);
    if (drone !== world.self) return;
    mirrorInstruments(fighter, world.own);
    self = fighter;
  });
  const seeBolts = beside(
    flights,
    (bolt: Bolt): Flight | null => {
      const shooter = fighterIn(bolt.owner);
      if (shooter === null) return null;
      const flying = new BoltState();
      Object.assign(flying, { owner: bolt.owner, weapon: bolt.weapon, x: bolt.x, y: bolt.y });
      flying.bornAt = state.tick;
      const { x, y, dx, dy } = bolt;
      const isGrenade = weaponOf(bolt.weapon).kind === "grenade";
      return {
        key: String(bolt.id),
        state: flying,
        shooter,
        shot: { x, y, dx, dy, reach: 0, muzzle: 0 },
        flown: 0,
        grenade: isGrenade ? { x, y, vx: 0, vy: 0, age: 0 } : null,
      };
    },
    ({ grenade }, bolt) => {
      if (grenade === null) return;
      const perS = TICK_HZ / Math.max(1, state.tick - lookedAt);
      grenade.vx = (bolt.x - grenade.x) * perS;
      grenade.vy = (bolt.y - grenade.y) * perS;
      grenade.x = bolt.x;
      grenade.y = bolt.y;
    },
  );
  const seeMines = beside(
    mines,
    (mine: World["mines"][number]): PlacedMine | null => {
      const owner = fighterIn(mine.owner);
      if (owner === null) return null;
      const lying = new MineState();
      Object.assign(lying, { owner: mine.owner, team: mine.team, x: mine.x, y: mine.y });
      return { key: mine.id, state: lying, owner, seq: 0, endsAt: Number.POSITIVE_INFINITY };
    },
    () => {},
  );

  const seeDrops = (): void => {
    for (const key of drops.keys()) if (!world.drops.some(({ id }) => id === key)) drops.delete(key);
    for (const { id, weapon, x, y } of world.drops) {
      if (drops.has(id)) continue;
      const lying = new DropState();
      Object.assign(lying, { weapon, x, y });
      drops.set(id, lying);
    }
  };
  /** A clock on the screen runs by the server's time and this one by commands: what differs a little is the same clock. */
  const clock = (known: number, seconds: number): number => {
    if (seconds === 0) return 0;
    const at = state.tick + Math.round(seconds * TICK_HZ);
    return Math.abs(at - known) > CLOCK_SLACK ? at : known;
  };
  const seeGoal = (): void => {
    const { zone, packets, arena } = world;
    state.zone = NOBODY;
    for (let i = 0; zone !== null && i < arena.zones.length; i++)
      if (arena.zones[i]!.x === zone.x && arena.zones[i]!.y === zone.y) state.zone = i;
    state.zoneHolder = zone?.holder ?? 0;
    state.zoneContested = zone?.contested ?? false;
    state.zoneMovesAt = clock(state.zoneMovesAt, zone?.movesIn ?? 0);
    if (state.packets.length > packets.length) state.packets.length = packets.length;
    for (let i = 0; i < packets.length; i++) {
      const { team, x, y, home, carrier } = packets[i]!;
      state.packets[i] = { team, x, y, home, carrier: carrier ?? NOBODY };
    }
  };

  return {
    surroundings: {
      arena: world.arena,
      state: state as unknown as ArenaState,
      ...{ fighters: byId, flights, mines, drops, events },
    },
    get self() {
      return self;
    },
    tick() {
      state.tick += 1;
    },
    look() {
      state.round = world.round.number;
      state.mode = world.round.mode;
      self = null;
      seeDrones(world.drones);
      if (!isKnown()) {
        byId.clear();
        for (const fighter of fighters) byId.set(fighter.id, fighter);
      }
      seeBolts(world.bolts);
      seeMines(world.mines);
      seeDrops();
      for (let i = 0; i < world.racks.length; i++) {
        const rack = state.racks[i]!;
        rack.readyAt = clock(rack.readyAt, world.racks[i]!.readyIn);
      }
      seeGoal();
      lookedAt = state.tick;
    },
    notice(event) {
      const to = { all: true } as const;
      if (event.type === "trace" && !event.own) {
        const { slot: by, weapon, x, y, angle } = event;
        events.push({ type: "trace", to, data: { by, weapon, x, y, angle, seq: 0, lengths: [] } });
      } else if (event.type === "blast") {
        const { by, weapon, x, y } = event;
        events.push({ type: "blast", to, data: { by, weapon, x, y } });
      } else if (event.type === "heard" && self !== null) {
        directionOf((event.sector / SECTORS) * TAU, heading);
        const x = self.player.x + heading.x * HEARD_AT;
        const y = self.player.y + heading.y * HEARD_AT;
        events.push({ type: "blast", to, data: { by: NOBODY, weapon: event.weapon, x, y } });
      }
    },
    forget() {
      events.length = 0;
    },
  };
}
