import type { Spot, Zone } from "../../../shared/arena/index.ts";
import { seconds } from "../../../shared/content/index.ts";
import type { Fighter } from "../world.ts";
import { type Errand, goTo, rankIn, teamOf, zealOf } from "./errand.ts";
import { isWithin, type Mind } from "./mind.ts";
import { wayLength } from "./navigation.ts";
import type { Surroundings } from "./perception.ts";
import { guardPosts } from "./places.ts";

/** px of way that somebody full of zeal is ahead of somebody without, when it is settled who goes in. */
const ZEAL_LEAD = 300;
/** px of way that somebody who is in the zone already is ahead. */
const INSIDE_LEAD = 260;
/** Longest time before the zone moves at which the patient go ahead to the next one. */
const AHEAD_TICKS = seconds(7);
/** px around a post in which its guard moves about. */
const POST_RADIUS = 70;

/** The zone that counts, or the next one when this one is about to move and the bot thinks that far. */
function zoneToHold(mind: Mind, world: Surroundings, isHolder: boolean): Zone | null {
  const { state, arena } = world;
  const zone = arena.zones[state.zone];
  if (zone === undefined) return null;
  const ahead = state.zoneMovesAt - state.tick;
  const leaves = state.zoneMovesAt !== 0 && ahead < AHEAD_TICKS * mind.temper.patience && !isHolder;
  return leaves ? (arena.zones[(state.zone + 1) % arena.zones.length] ?? zone) : zone;
}

function nearestOf(mind: Mind, self: Fighter, posts: readonly Spot[]): Spot | null {
  let best: Spot | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const post of posts) {
    const way = wayLength(mind.navigation, self.player, post);
    if (way >= shortest) continue;
    shortest = way;
    best = post;
  }
  return best;
}

/** Uplink: some are in the zone, as many as it takes; the others stand guard on the ways to it. */
export function uplinkErrand(mind: Mind, world: Surroundings, self: Fighter): Errand | null {
  const { state, arena } = world;
  const current = arena.zones[state.zone];
  if (current === undefined) return null;
  const team = teamOf(world, self);
  const isHeld = state.zoneHolder === self.player.team && !state.zoneContested;
  const wanted = Math.max(1, Math.ceil(team.length * (isHeld ? 0.4 : 0.75)));
  const rank = rankIn(team, self, (mate) => {
    const way = wayLength(mind.navigation, mate.player, current);
    const lead = isWithin(mate, current, current.radius) ? INSIDE_LEAD : 0;
    return way - lead - ZEAL_LEAD * zealOf(mate);
  });
  const goesIn = rank < wanted;
  const zone = zoneToHold(mind, world, goesIn) ?? current;
  const isInside = isWithin(self, zone, zone.radius);
  if (goesIn || zone !== current) {
    // The last steps into a zone that the others hold are worth a few hits.
    const isLost = !isHeld && !isInside && isWithin(self, zone, zone.radius * 2.5);
    return goTo(zone, {
      radius: zone.radius * 0.75,
      pressing: isLost,
      holds: isInside,
      weight: isInside ? 0.9 : 0.6,
    });
  }
  const posts = guardPosts(mind.navigation, zone);
  const post = nearestOf(mind, self, posts);
  return post === null ? goTo(zone, { radius: zone.radius }) : goTo(post, { radius: POST_RADIUS });
}
