import type { Spot } from "../../../shared/arena/index.ts";
import { PACKET, TEAMS } from "../../../shared/content/index.ts";
import type { ServerMessages } from "../../../shared/protocol.ts";
import { NOBODY, PacketState } from "../../../shared/state/index.ts";
import { addTeamScore } from "../teams.ts";
import type { Fighter, MatchWorld } from "../world.ts";
import { type ModeRules, scoreKill, teamSpawns } from "./mode.ts";

/** Score of the player who brings a packet home, and of one who sends the own one back. */
const DELIVERY_SCORE = 5;
const RETURN_SCORE = 1;

function homeOf(world: MatchWorld, team: number): Spot {
  const home = world.arena.homes.find((spot) => spot.team === team);
  if (home === undefined) throw new RangeError(`map ${world.arena.name} has no home for team ${team}`);
  return home;
}

function isNear(a: Spot, b: Spot): boolean {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return dx * dx + dy * dy <= PACKET.reach * PACKET.reach;
}

function tell(world: MatchWorld, what: ServerMessages["goal"]["what"], team: number, by: number): void {
  world.events.push({ type: "goal", to: { all: true }, data: { what, team, by } });
}

function sendHome(world: MatchWorld, packet: PacketState): void {
  const home = homeOf(world, packet.team);
  packet.x = home.x;
  packet.y = home.y;
  packet.home = true;
  packet.carrier = NOBODY;
  packet.returnsAt = 0;
}

function carrierOf(world: MatchWorld, packet: PacketState): Fighter | null {
  if (packet.carrier === NOBODY) return null;
  for (const fighter of world.fighters.values()) if (fighter.player.slot === packet.carrier) return fighter;
  return null;
}

/** A packet on somebody's back arrives where it is wanted. */
function deliver(world: MatchWorld, packet: PacketState, carrier: Fighter): void {
  const { player } = carrier;
  if (!isNear(player, homeOf(world, player.team))) return;
  player.laden = 0;
  player.captures += 1;
  player.score += DELIVERY_SCORE;
  addTeamScore(world.state, player.team, 1);
  sendHome(world, packet);
  tell(world, "packetHome", player.team, player.slot);
}

/** A packet that lies somewhere is taken by an enemy or sent back by a friend, whoever comes first. */
function touch(world: MatchWorld, packet: PacketState): void {
  for (const { player } of world.fighters.values()) {
    if (player.alive === 0 || !isNear(player, packet)) continue;
    if (player.team === packet.team) {
      if (packet.home) continue;
      sendHome(world, packet);
      player.score += RETURN_SCORE;
      tell(world, "packetReturned", packet.team, player.slot);
      return;
    }
    if (player.laden === 1) continue;
    player.laden = 1;
    packet.carrier = player.slot;
    packet.home = false;
    packet.returnsAt = 0;
    tell(world, "packetTaken", player.team, player.slot);
    return;
  }
}

/** Courier: each team has a packet at home; whoever brings the other one's to the own home scores. */
export function createCourier(): ModeRules {
  return {
    begin(world) {
      const { packets } = world.state;
      while (packets.length > 0) packets.pop();
      for (const team of TEAMS) {
        const packet = new PacketState();
        packet.team = team.id;
        sendHome(world, packet);
        packets.push(packet);
      }
      for (const { player } of world.fighters.values()) player.laden = 0;
    },
    step(world) {
      for (const packet of world.state.packets) {
        const carrier = carrierOf(world, packet);
        if (carrier !== null) deliver(world, packet, carrier);
        else {
          touch(world, packet);
          if (packet.returnsAt === 0 || packet.returnsAt > world.state.tick) continue;
          sendHome(world, packet);
          tell(world, "packetReturned", packet.team, NOBODY);
        }
      }
    },
    killed: scoreKill,
    fell(world, { player }) {
      for (const packet of world.state.packets) {
        if (packet.carrier !== player.slot) continue;
        packet.carrier = NOBODY;
        packet.x = player.x;
        packet.y = player.y;
        packet.returnsAt = world.state.tick + PACKET.lieTicks;
        player.laden = 0;
        tell(world, "packetDropped", packet.team, player.slot);
      }
    },
    spawns: teamSpawns,
    guarded: (world, team) => world.arena.homes.filter((home) => home.team === team),
  };
}
