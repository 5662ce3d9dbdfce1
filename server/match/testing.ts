/** Set-up for tests of the match: people who send commands, a past to look back into, a scene for one bot. */
import type { Arena, Spot } from "../../shared/arena/index.ts";
import { DRONE, type WeaponId, weaponOf } from "../../shared/content/index.ts";
import { Button, type Command, giveRounds, reviveBody, takeRounds } from "../../shared/sim/index.ts";
import { ArenaState, Phase, PlayerState, RackState } from "../../shared/state/index.ts";
import type { MatchEvent } from "./events.ts";
import { type CommandSource, createMatch, createWorld, type Match, type MatchOptions } from "./match.ts";
import { createTally } from "./records.ts";
import { DEFAULT_RULES, type MatchRules } from "./rules.ts";
import { type Fighter, type MatchWorld, NO_REWIND, type Rewind } from "./world.ts";

/** A command: standing still, aiming to the right and nothing pressed, but for what is given. */
export function command(wish: Partial<Command> = {}): Command {
  return { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0, ...wish };
}

/** Holds the trigger. */
export const FIRE: Partial<Command> = { buttons: Button.fire };

/** A match of people without bots, and the words a test needs to speak about it. */
export interface Game {
  readonly match: Match;
  player(id: string): PlayerState;
  /** Puts a player somewhere, unprotected and at rest. */
  place(id: string, spot: Spot): PlayerState;
  /** Puts a weapon into a player's hand, ready to fire, with so many rounds; all that can be carried by default. */
  arm(id: string, weapon: WeaponId, rounds?: number): PlayerState;
  /** Lets a player do this from now on, seeing the others as they were `agoMs` ago. */
  let(id: string, wish: Partial<Command>, agoMs?: number): void;
  /** Advances by some ticks and returns all that happened in them. */
  step(ticks?: number, rewind?: Rewind): MatchEvent[];
}

/** No bots, and play from the first tick on. */
const BARE_RULES: MatchRules = { ...DEFAULT_RULES, fill: 0, warmupTicks: 0, countdownTicks: 0 };

/** Starts a match with people of these ids in it. */
export function startGame(
  arena: Arena,
  ids: readonly string[],
  rules: Partial<MatchRules> = {},
  seed = 1,
  options: Partial<MatchOptions> = {},
): Game {
  const match = createMatch({ arena, rules: { ...BARE_RULES, ...rules }, seed, ...options });
  /** What people do on each tick until it is changed. Who is not in here sends nothing. */
  const wishes = new Map<string, { command: Command; seq: number; agoMs: number }>();
  const player = (id: string): PlayerState => {
    const found = match.state.players.get(id);
    if (found === undefined) throw new RangeError(`there is no player ${id}`);
    return found;
  };
  for (const id of ids) match.join(id, id);
  return {
    match,
    player,
    place(id, spot) {
      const body = player(id);
      Object.assign(body, { x: spot.x, y: spot.y, vx: 0, vy: 0, protected: false });
      return body;
    },
    arm(id, weapon, rounds = 255) {
      const body = player(id);
      takeRounds(body, weaponOf(weapon));
      giveRounds(body, weaponOf(weapon), rounds);
      return Object.assign(body, { weapon, cooldown: 0, roundsLeft: 0, roundGap: 0, reload: 0, charge: 0 });
    },
    let(id, wish, agoMs = 0) {
      wishes.set(id, { command: command(wish), seq: wishes.get(id)?.seq ?? 0, agoMs });
    },
    step(ticks = 1, rewind = NO_REWIND) {
      const events: MatchEvent[] = [];
      const take: CommandSource["take"] = (id, sink) => {
        const wish = wishes.get(id);
        if (wish === undefined) return;
        wish.seq += 1;
        sink(wish.command, wish.seq, wish.agoMs);
      };
      for (let i = 0; i < ticks; i++) events.push(...match.step({ take }, rewind));
      return events;
    },
  };
}

/** The events of one kind, with their data. */
export function eventsOf<K extends MatchEvent["type"]>(
  events: readonly MatchEvent[],
  type: K,
): Extract<MatchEvent, { type: K }>["data"][] {
  return events.filter((event) => event.type === type).map((event) => event.data) as never;
}

/** A past in which somebody stood still somewhere up to a moment ago; all others are where they are. */
export function pastOf(player: PlayerState, spot: Spot, untilAgoMs = 1): Rewind {
  return {
    positionAt(target, agoMs, out) {
      const from = target === player && agoMs >= untilAgoMs ? spot : target;
      out.x = from.x;
      out.y = from.y;
    },
  };
}

/** A fighter in play at a place, for a scene. */
export function fighterAt(id: string, slot: number, spot: Spot): Fighter {
  const player = new PlayerState();
  Object.assign(player, { slot, name: id, health: DRONE.health, aim: 0 });
  reviveBody(player, spot.x, spot.y);
  const wounds = new Map();
  return { id, player, brain: null, seq: 0, aliveSince: 0, protectedUntil: 0, wounds, tally: createTally() };
}

/** A world of its own around some fighters, to look at one part of the match without the rest. */
export function createScene(arena: Arena, fighters: readonly Fighter[]): MatchWorld {
  const state = new ArenaState();
  state.phase = Phase.live;
  for (let i = 0; i < arena.items.length; i++) state.racks.push(new RackState());
  const world = createWorld({ arena, rules: DEFAULT_RULES, seed: 1, state });
  for (const fighter of fighters) world.fighters.set(fighter.id, fighter);
  return world;
}
