import { loadArena } from "../../../server/arenas.ts";
import {
  type CommandSource,
  createMatch,
  DEFAULT_RULES,
  type Match,
  NO_REWIND,
} from "../../../server/match/index.ts";
import { seconds } from "../../../shared/content/index.ts";
import { TAU } from "../../../shared/math/index.ts";
import { type Command, STEER_MAX } from "../../../shared/sim/index.ts";
import type { PlayerState } from "../../../shared/state/index.ts";

/** Ticks between two snapshots: 30 a second, as the patches of the game. */
export const TICKS_A_SNAPSHOT = 2;

/** What everybody is told of a drone in a snapshot: what the game tells those who see it. */
export interface Figure {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly aim: number;
  readonly alive: number;
  readonly health: number;
  readonly plating: number;
  readonly weapon: number;
  readonly dashTicks: number;
  readonly charge: number;
  readonly score: number;
}

/** What flies. */
export interface Flying {
  readonly id: string;
  readonly owner: number;
  readonly weapon: number;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** The whole world at one instant. */
export interface Snapshot {
  readonly tick: number;
  readonly players: readonly Figure[];
  readonly bolts: readonly Flying[];
}

/** A fight of bots, written down. */
export interface Movement {
  readonly snapshots: readonly Snapshot[];
  /** For each player, what somebody would have pressed on each tick to fly like that. */
  readonly commands: readonly (readonly Command[])[];
}

/** Which fight: the same names and seed, the same fight. */
export interface Fight {
  readonly arena: string;
  readonly players: number;
  readonly seed: number;
  readonly seconds: number;
}

/** Nobody plays but bots. */
export const NO_PEOPLE: CommandSource = { take() {} };

/** Ticks until everybody is in the midst of it. */
const WARM_UP = seconds(5);

/** The match of a fight, warm: nothing but play. */
export function startFight({ arena, players, seed }: Fight): Match {
  const match = createMatch({
    arena: loadArena(arena),
    seed,
    rules: {
      ...{ ...DEFAULT_RULES, fill: players, liveTicks: seconds(3600) },
      ...{ warmupTicks: 0, countdownTicks: 0, podiumTicks: 0, voteTicks: 0 },
    },
  });
  for (let i = 0; i < WARM_UP; i++) match.step(NO_PEOPLE, NO_REWIND);
  return match;
}

/** Numbers as short as the game's own rounding of them allows, so that text has no needless digits. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;
const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

function figureOf(player: PlayerState): Figure {
  const { slot, x, y, aim, alive, health, plating, weapon, dashTicks, charge, score } = player;
  return {
    ...{ id: slot, x: hundredths(x), y: hundredths(y), aim: thousandths(aim) },
    ...{ alive, health, plating, weapon, dashTicks, charge, score },
  };
}

function flyingIn(match: Match): Flying[] {
  const flying: Flying[] = [];
  const ids = new Map([...match.state.bolts].map(([id, bolt]) => [bolt, id]));
  match.forEachFlight((bolt, place) => {
    const { owner, weapon, angle } = bolt;
    const [x, y] = [hundredths(place.x), hundredths(place.y)];
    flying.push({ id: ids.get(bolt) ?? "", owner, weapon, x, y, angle: thousandths(angle) });
  });
  return flying;
}

/** Steering along the keys of a keyboard, by where a drone flies. */
function commandOf({ vx, vy, aim, held }: PlayerState): Command {
  const speed = Math.hypot(vx, vy);
  const sector = (Math.round((Math.atan2(vy, vx) / TAU) * 8) * TAU) / 8;
  const push = speed < 20 ? 0 : STEER_MAX;
  return {
    mx: Math.round(Math.cos(sector) * push),
    my: Math.round(Math.sin(sector) * push),
    aim,
    buttons: held,
    pick: 0,
  };
}

/** Plays a fight without a network and writes it down. */
export function recordMovement(fight: Fight): Movement {
  const match = startFight(fight);
  const snapshots: Snapshot[] = [];
  const commands = Array.from({ length: fight.players }, (): Command[] => []);
  for (let tick = 0; tick < seconds(fight.seconds); tick++) {
    match.step(NO_PEOPLE, NO_REWIND);
    let index = 0;
    for (const player of match.state.players.values()) commands[index++]?.push(commandOf(player));
    if (tick % TICKS_A_SNAPSHOT !== 0) continue;
    snapshots.push({
      tick: match.state.tick,
      players: [...match.state.players.values()].map(figureOf),
      bolts: flyingIn(match),
    });
  }
  return { snapshots, commands };
}
