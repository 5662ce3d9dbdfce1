import type { Spot } from "../../../shared/arena/index.ts";
import { otherTeam } from "../../../shared/content/index.ts";
import { NOBODY, type PacketState } from "../../../shared/state/index.ts";
import type { Fighter } from "../world.ts";
import { type Errand, goTo, rankIn, teamOf, zealOf } from "./errand.ts";
import type { Mind } from "./mind.ts";
import { wayLength } from "./navigation.ts";
import type { Surroundings } from "./perception.ts";
import { guardPosts } from "./places.ts";

/** Part of a team that goes for the packet of the others; the rest stays at home. */
const ATTACKING_PART = 0.5;
/** px of way from which a packet is gone for whoever is in sight. */
const LAST_STEPS = 260;
/** px around a post, and behind a carrier, in which a mate moves about. */
const POST_RADIUS = 90;
const ESCORT_RADIUS = 80;
/** How many accompany a carrier, go for a packet that lies about, chase a thief. */
const ESCORTS = 2;
const FETCHERS = 2;
const CHASERS = 3;

function packetOf(world: Surroundings, team: number): PacketState | null {
  for (const packet of world.state.packets) if (packet.team === team) return packet;
  return null;
}

function homeOf(world: Surroundings, team: number): Spot | null {
  return world.arena.homes.find((home) => home.team === team) ?? null;
}

function fighterIn(world: Surroundings, slot: number): Fighter | null {
  if (slot === NOBODY) return null;
  for (const fighter of world.fighters.values()) if (fighter.player.slot === slot) return fighter;
  return null;
}

function squareBetween(a: Spot, b: Spot): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return dx * dx + dy * dy;
}

/** A packet that lies somewhere: the nearest go there, and do not stop for a fight on the last steps. */
function fetch(mind: Mind, self: Fighter, team: readonly Fighter[], packet: Spot): Errand | null {
  const way = (mate: Fighter): number => wayLength(mind.navigation, mate.player, packet);
  if (rankIn(team, self, way) >= FETCHERS) return null;
  return goTo(packet, { pressing: way(self) < LAST_STEPS, hurried: true, weight: 0.9 });
}

/** Somebody has the own packet: those who see the thief go after it, others cut off its way home. */
function chase(
  mind: Mind,
  self: Fighter,
  team: readonly Fighter[],
  thief: Fighter,
  lair: Spot,
): Errand | null {
  const sighting = mind.perception.sightings.get(thief.id);
  if (sighting !== undefined) return goTo({ x: sighting.x, y: sighting.y }, { hurried: true, weight: 1 });
  const rank = rankIn(team, self, (mate) => wayLength(mind.navigation, mate.player, lair));
  if (rank >= CHASERS) return null;
  return goTo(lair, { radius: POST_RADIUS, hurried: true, weight: 1 });
}

/** With nothing special going on, a part of the team attacks and the rest stays at home: the zealous go first. */
function takeSides(
  mind: Mind,
  self: Fighter,
  team: readonly Fighter[],
  booty: PacketState,
  home: Spot,
): Errand {
  const attackers = Math.max(1, Math.round(team.length * ATTACKING_PART));
  const rank = rankIn(team, self, (mate) => -zealOf(mate));
  if (rank < attackers) {
    const isNear = wayLength(mind.navigation, self.player, booty) < LAST_STEPS;
    return goTo({ x: booty.x, y: booty.y }, { pressing: isNear && booty.carrier === NOBODY });
  }
  // The first who stays is at home, the next ones on the ways to it.
  const posts = guardPosts(mind.navigation, home);
  const post = rank === attackers ? home : (posts[(rank - attackers) % Math.max(1, posts.length)] ?? home);
  return goTo(post, { radius: POST_RADIUS, weight: 0.75 });
}

/** Courier: carry the packet of the others home, see to the own one, help whoever carries. */
export function courierErrand(mind: Mind, world: Surroundings, self: Fighter): Errand | null {
  const { team: own } = self.player;
  const booty = packetOf(world, otherTeam(own));
  const packet = packetOf(world, own);
  const home = homeOf(world, own);
  const lair = homeOf(world, otherTeam(own));
  if (booty === null || packet === null || home === null || lair === null) return null;
  if (self.player.laden === 1) return goTo(home, { pressing: true, stealthy: true });
  const team = teamOf(world, self);
  const thief = fighterIn(world, packet.carrier);
  if (thief !== null) {
    const errand = chase(mind, self, team, thief, lair);
    if (errand !== null) return errand;
  } else if (!packet.home) {
    const errand = fetch(mind, self, team, { x: packet.x, y: packet.y });
    if (errand !== null) return errand;
  }
  const carrier = fighterIn(world, booty.carrier);
  if (carrier !== null) {
    const { x, y } = carrier.player;
    const rank = rankIn(team, self, ({ player }) => squareBetween(player, carrier.player));
    // The carrier itself is the nearest of all.
    if (rank <= ESCORTS) return goTo({ x, y }, { radius: ESCORT_RADIUS });
    return goTo(home, { radius: POST_RADIUS });
  }
  if (!booty.home) {
    const errand = fetch(mind, self, team, { x: booty.x, y: booty.y });
    if (errand !== null) return errand;
  }
  return takeSides(mind, self, team, booty, home);
}
