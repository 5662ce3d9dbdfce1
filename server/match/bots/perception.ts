import { inSight } from "../../../shared/arena/index.ts";
import { seconds, viewSize } from "../../../shared/content/index.ts";
import type { Random } from "../../../shared/math/index.ts";
import { areMates } from "../teams.ts";
import type { Fighter, MatchWorld } from "../world.ts";
import { type BotTraits, drawReaction } from "./traits.ts";

/** The part of the world that a bot's senses are pointed at. */
export type Surroundings = Pick<
  MatchWorld,
  "arena" | "state" | "fighters" | "flights" | "mines" | "drops" | "events"
>;

/** What a player with the usual window sees around the own drone. */
const VIEW = viewSize(16 / 9);
/** Ticks between two looks around; the enemy in the sights is watched on every tick. */
const LOOK_EVERY = 3;
/** An enemy who hides for less than this is not a surprise when coming out again. */
const EXPECTED_TICKS = seconds(0.5);
/** How long a place where somebody was last seen stays of interest. */
const MEMORY_TICKS = seconds(4);
/** Looks at one enemy that are kept: what the delayed eye follows. */
const TRACK_LENGTH = 24;
/** Ticks over which a speed is judged; shorter than this nobody can tell it. */
const SPEED_SPAN = 5;

/** One look at an enemy. */
interface Glimpse {
  tick: number;
  x: number;
  y: number;
}

/** What a bot knows of one enemy, all of it seen with its own eyes. */
export interface Sighting {
  readonly fighter: Fighter;
  /** Whether the last look found it. */
  visible: boolean;
  /** Tick from which the bot is aware of it. */
  awareFrom: number;
  /** Tick from which it may act on the present appearance; later than `awareFrom` when it comes out again. */
  reactFrom: number;
  seenAt: number;
  /** The place of the last look. */
  x: number;
  y: number;
  /** Looks of the present appearance, a ring; `looks` counts them all. */
  readonly track: Glimpse[];
  looks: number;
}

/** Where an enemy is taken to be now, and how fast it seems to move in px per tick. */
export interface Belief {
  x: number;
  y: number;
  vx: number;
  vy: number;
}

/** The eyes of one bot. */
export interface Perception {
  /** Who has been seen lately, noticed or not. */
  readonly sightings: Map<string, Sighting>;
  /** Looks around; call once a tick. `watched` is the enemy that is kept in the eye. */
  look(world: Surroundings, self: Fighter, watched: Sighting | null): void;
  /** Forgets everybody, as after a death. */
  forget(): void;
}

/** Whether a place is on the screen of the player whose drone is at `self`, and no wall hides it. */
export function canSee(world: Surroundings, self: { x: number; y: number }, x: number, y: number): boolean {
  if (Math.abs(x - self.x) > VIEW.width / 2 || Math.abs(y - self.y) > VIEW.height / 2) return false;
  return inSight(world.arena, self.x, self.y, x, y);
}

/** Whether the bot is aware of an enemy, in sight or remembered. */
export function isKnown(sighting: Sighting, tick: number): boolean {
  return tick >= sighting.awareFrom;
}

/** Whether the bot sees an enemy right now and has had the time to take it in. */
export function isInEye(sighting: Sighting, tick: number): boolean {
  return sighting.visible && tick >= sighting.reactFrom;
}

function glimpse(sighting: Sighting, tick: number, x: number, y: number): void {
  const slot = sighting.looks % TRACK_LENGTH;
  const entry = sighting.track[slot];
  if (entry === undefined) sighting.track.push({ tick, x, y });
  else {
    entry.tick = tick;
    entry.x = x;
    entry.y = y;
  }
  sighting.looks += 1;
  sighting.seenAt = tick;
  sighting.x = x;
  sighting.y = y;
}

/**
 * Where the bot takes an enemy to be: the picture of `delay` ticks ago, carried on at the speed it showed then.
 * Even flight is followed well, a sudden turn is noticed late: that is what makes dodging worth while.
 */
export function believe(sighting: Sighting, tick: number, delay: number, out: Belief): Belief {
  const kept = Math.min(sighting.looks, TRACK_LENGTH);
  let recent: Glimpse | null = null;
  let earlier: Glimpse | null = null;
  for (let back = 1; back <= kept && earlier === null; back++) {
    const entry = sighting.track[(sighting.looks - back) % TRACK_LENGTH]!;
    if (recent === null) {
      if (entry.tick <= tick - delay || back === kept) recent = entry;
    } else if (recent.tick - entry.tick >= SPEED_SPAN) earlier = entry;
  }
  out.x = recent?.x ?? sighting.x;
  out.y = recent?.y ?? sighting.y;
  out.vx = 0;
  out.vy = 0;
  if (recent === null || earlier === null) return out;
  const span = recent.tick - earlier.tick;
  out.vx = (recent.x - earlier.x) / span;
  out.vy = (recent.y - earlier.y) / span;
  const carried = Math.min(tick - recent.tick, delay);
  out.x += out.vx * carried;
  out.y += out.vy * carried;
  return out;
}

/** Opens the eyes of a bot. */
export function createPerception(traits: BotTraits, random: Random): Perception {
  const sightings = new Map<string, Sighting>();

  const appear = (fighter: Fighter, tick: number): Sighting => {
    const delay = drawReaction(traits, random.bell());
    const sighting: Sighting = {
      fighter,
      visible: true,
      awareFrom: tick + delay,
      reactFrom: tick + delay,
      seenAt: tick,
      x: fighter.player.x,
      y: fighter.player.y,
      track: [],
      looks: 0,
    };
    sightings.set(fighter.id, sighting);
    return sighting;
  };

  const lookAt = (world: Surroundings, self: Fighter, fighter: Fighter): void => {
    const { tick } = world.state;
    const { player } = fighter;
    let sighting = sightings.get(fighter.id);
    // A death is told to everybody, and whoever comes back is somewhere else.
    if (
      player.alive === 0 ||
      areMates(self.player, player) ||
      (sighting !== undefined && sighting.fighter !== fighter)
    ) {
      sightings.delete(fighter.id);
      return;
    }
    if (!canSee(world, self.player, player.x, player.y)) {
      if (sighting === undefined) return;
      sighting.visible = false;
      if (tick - sighting.seenAt > MEMORY_TICKS) sightings.delete(fighter.id);
      return;
    }
    if (sighting === undefined) sighting = appear(fighter, tick);
    else if (!sighting.visible && tick - sighting.seenAt > EXPECTED_TICKS) {
      sighting.looks = 0;
      sighting.reactFrom = tick + drawReaction(traits, random.bell());
    }
    sighting.visible = true;
    glimpse(sighting, tick, player.x, player.y);
  };

  return {
    sightings,
    look(world, self, watched) {
      if ((world.state.tick + self.player.slot) % LOOK_EVERY !== 0) {
        if (watched !== null) lookAt(world, self, watched.fighter);
        return;
      }
      for (const fighter of world.fighters.values()) if (fighter !== self) lookAt(world, self, fighter);
      for (const { fighter } of sightings.values())
        if (world.fighters.get(fighter.id) !== fighter) sightings.delete(fighter.id);
    },
    forget() {
      sightings.clear();
    },
  };
}
