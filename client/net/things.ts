/** What lies about in the arena: racks, mines, dropped weapons, the zone, the packets. */
import { itemOf, TICK_HZ, WeaponId, weaponOf } from "../../shared/content/index.ts";
import {
  type ArenaState,
  type DropState,
  type MineState,
  NOBODY,
  type PacketState,
} from "../../shared/state/index.ts";
import { followStates } from "./follow.ts";
import type { ActiveZone, Drop, Mine, Packet, Rack, World } from "./world.ts";

/** Seconds from a tick until another one; 0 for one that is past, and for none. */
function secondsUntil(at: number, tick: number): number {
  return Math.max(0, at - tick) / TICK_HZ;
}

function mirrorRack(rack: Rack, readyAt: number, tick: number): void {
  rack.readyIn = secondsUntil(readyAt, tick);
  rack.progress = 1 - Math.min(1, (rack.readyIn * TICK_HZ) / itemOf(rack.kind).respawnTicks);
}

/** Ticks between placing a mine and its being armed. */
function armTicks(): number {
  const weapon = weaponOf(WeaponId.mine);
  return weapon.kind === "mine" ? weapon.armTicks : 1;
}

/** Whether a mine is none that the drone in focus sets off. */
function isFriendly(world: World, mine: MineState): boolean {
  const { focus } = world;
  if (focus === null) return mine.team !== 0 && mine.team === world.watching?.team;
  return mine.owner === focus.slot || (mine.team !== 0 && mine.team === focus.team);
}

/** A packet lies where the state says, or moves with the picture of its carrier. */
function mirrorPacket(packet: Packet, state: PacketState, world: World, tick: number): void {
  packet.home = state.home;
  packet.returnsIn = secondsUntil(state.returnsAt, tick);
  packet.carrier = state.carrier === NOBODY ? null : state.carrier;
  packet.x = state.x;
  packet.y = state.y;
  if (packet.carrier === null) return;
  for (const drone of world.drones) {
    if (drone.slot !== packet.carrier) continue;
    packet.x = drone.x;
    packet.y = drone.y;
  }
}

/**
 * Keeps what lies about up to date.
 * @returns to be called once a frame, after the drones, with the tick that the server is at by now
 */
export function createThings(state: ArenaState, world: World): (tick: number) => void {
  const armingTicks = armTicks();
  const zone: ActiveZone = { x: 0, y: 0, radius: 0, holder: 0, contested: false, movesIn: 0 };
  let now = 0;

  const followMines = followStates<MineState, Mine>(world.mines, {
    make: (id, { owner, team, x, y }) => ({ id, owner, team, friendly: false, x, y, armed: 0 }),
    refresh(mine: Mine & { friendly: boolean }, mineState) {
      mine.friendly = isFriendly(world, mineState);
      mine.armed = 1 - Math.min(1, Math.max(0, mineState.armedAt - now) / armingTicks);
    },
  });
  const followDrops = followStates<DropState, Drop>(world.drops, {
    make: (id, { weapon, x, y }) => ({ id, weapon, x, y, endsIn: 0 }),
    refresh(drop, dropState) {
      drop.endsIn = secondsUntil(dropState.endsAt, now);
    },
  });

  const mirrorZone = (): void => {
    const spot = world.arena.zones[state.zone];
    world.zone = spot === undefined ? null : zone;
    if (spot === undefined) return;
    zone.x = spot.x;
    zone.y = spot.y;
    zone.radius = spot.radius;
    zone.holder = state.zoneHolder;
    zone.contested = state.zoneContested;
    zone.movesIn = secondsUntil(state.zoneMovesAt, now);
  };

  const mirrorPackets = (): void => {
    const { packets } = world;
    if (packets.length > state.packets.length) packets.length = state.packets.length;
    for (let i = 0; i < state.packets.length; i++) {
      const packetState = state.packets[i]!;
      if (packets[i]?.team !== packetState.team) {
        packets[i] = { team: packetState.team, x: 0, y: 0, home: true, carrier: null, returnsIn: 0 };
      }
      mirrorPacket(packets[i]!, packetState, world, now);
    }
  };

  return (tick) => {
    now = tick;
    for (let i = 0; i < world.racks.length; i++) {
      mirrorRack(world.racks[i]!, state.racks[i]?.readyAt ?? 0, now);
    }
    followMines(state.mines);
    followDrops(state.drops);
    mirrorZone();
    mirrorPackets();
  };
}
