import { seconds } from "../../../shared/content/index.ts";
import { angleTo, type Random } from "../../../shared/math/index.ts";
import { areMates } from "../teams.ts";
import type { Fighter } from "../world.ts";
import type { Surroundings } from "./perception.ts";
import { type BotTraits, drawReaction } from "./traits.ts";

/** px from which a shot or a blast is heard. */
const EARSHOT = 400;
/** How far the direction that is heard is off, in radians (one standard deviation). */
const DIRECTION_ERROR = 0.25;
/** How long something heard or felt keeps a bot's attention. */
export const ALARM_TICKS = seconds(1.5);

/** Something that a bot has heard or felt and looks for: a direction, no place. */
export interface Alarm {
  /** Radians. */
  angle: number;
  /** Tick from which the bot acts on it, and 0 for nothing. */
  from: number;
}

/** Whether a bot turns to its alarm on a tick. */
export function isAlarmed(alarm: Alarm, tick: number): boolean {
  return alarm.from !== 0 && tick >= alarm.from && tick < alarm.from + ALARM_TICKS;
}

/** Whether a bot has an alarm that it turns to or is about to. */
function isBusy(alarm: Alarm, tick: number): boolean {
  return alarm.from !== 0 && tick < alarm.from + ALARM_TICKS;
}

function isFoe(world: Surroundings, self: Fighter, slot: number): boolean {
  if (slot === self.player.slot) return false;
  for (const { player } of world.fighters.values())
    if (player.slot === slot) return !areMates(self.player, player);
  return true;
}

/** Hears something that somebody did at a place, if it is near, an enemy's, and there is nothing else to turn to. */
function hear(
  alarm: Alarm,
  world: Surroundings,
  self: Fighter,
  traits: BotTraits,
  random: Random,
  sound: { readonly by: number; readonly x: number; readonly y: number },
): void {
  const { tick } = world.state;
  const dx = sound.x - self.player.x;
  const dy = sound.y - self.player.y;
  if (dx * dx + dy * dy > EARSHOT * EARSHOT || isBusy(alarm, tick) || !isFoe(world, self, sound.by)) return;
  alarm.angle = angleTo(dx, dy) + random.bell() * DIRECTION_ERROR;
  alarm.from = tick + drawReaction(traits, random.bell());
}

/** Scratch: what leaves a muzzle, as a sound. */
const report = { by: 0, x: 0, y: 0 };

/** Listens to what the last tick was told about: shots and blasts of enemies close by, each as a direction. */
export function listen(
  alarm: Alarm,
  world: Surroundings,
  self: Fighter,
  traits: BotTraits,
  random: Random,
): void {
  const { tick } = world.state;
  if (isBusy(alarm, tick)) return;
  for (const event of world.events) {
    if (event.type === "trace" || event.type === "blast")
      hear(alarm, world, self, traits, random, event.data);
  }
  // The tick has moved on since: what left on the last one has an age of one.
  for (let i = world.flights.length - 1; i >= 0; i--) {
    const { state } = world.flights[i]!;
    if (state.bornAt < tick - 1) break;
    report.by = state.owner;
    report.x = state.x;
    report.y = state.y;
    hear(alarm, world, self, traits, random, report);
  }
}
