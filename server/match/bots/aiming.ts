import { seconds, TICK_S, type Weapon } from "../../../shared/content/index.ts";
import { angleTo, clamp, type Random, TAU, turnBetween } from "../../../shared/math/index.ts";
import type { Belief } from "./perception.ts";
import type { BotTraits } from "./traits.ts";

/** Part of the wandering error that is drawn back to the middle in a tick: it changes its mind within half a second. */
const ERROR_RETURN = 0.04;
/** Keeps the spread of the wandering error at one standard deviation, whatever the return. */
const ERROR_STEP = Math.sqrt(2 * ERROR_RETURN);
/** A new target is aimed at this much worse at first: the first flick of a mouse lands beside. */
const FLICK_ERROR = 1.6;

/** Radians a tick up to which the hand swings along with its target; two drones passing at arm's length stay below. */
const LARGEST_SWING = 0.12;

/** The hand of one bot: where its weapon points and how it gets there. */
export interface Hand {
  /** Where the weapon points, radians in 0..2π. */
  angle: number;
  /** Where the weapon should point as far as the bot can tell: it does not know its own error. */
  wanted: number;
  /** How far the aim is off, in radians; wanders. */
  error: number;
}

/** Hands the weapon to a bot. */
export function createHand(angle: number): Hand {
  return { angle, wanted: angle, error: 0 };
}

/** Starts anew on another target, with the error of a first flick. */
export function flick(hand: Hand, traits: BotTraits, random: Random): void {
  hand.error = random.bell() * traits.aimError * FLICK_ERROR;
}

/** The direction in which a weapon has to point for its shot and a believed enemy to meet. */
export function leadAngle(from: { x: number; y: number }, belief: Belief, weapon: Weapon): number {
  let dx = belief.x - from.x;
  let dy = belief.y - from.y;
  if (weapon.kind === "bolt" || weapon.kind === "grenade") {
    // The way of the bolt depends on where they meet; a second look at it is as good as people do.
    for (let look = 0; look < 2; look++) {
      const flight = Math.sqrt(dx * dx + dy * dy) / (weapon.speed * TICK_S);
      dx = belief.x + belief.vx * flight - from.x;
      dy = belief.y + belief.vy * flight - from.y;
    }
  }
  return angleTo(dx, dy);
}

/** Moves the hand by one tick towards where it should point: with error, and no faster than a hand can. */
export function turnHand(hand: Hand, wanted: number, traits: BotTraits, random: Random): void {
  // Swinging along with what moves evenly takes no correction; a jump is another matter and goes the slow way.
  const swing = turnBetween(hand.wanted, wanted);
  const along = Math.abs(swing) < LARGEST_SWING ? swing : 0;
  hand.wanted = wanted;
  hand.error += -hand.error * ERROR_RETURN + random.bell() * traits.aimError * ERROR_STEP;
  const rest = turnBetween(hand.angle, wanted + hand.error);
  const turn = clamp(along + (rest - along) * traits.turnGain, -traits.turnPerTick, traits.turnPerTick);
  hand.angle = (hand.angle + turn + TAU) % TAU;
}

/** How far the weapon is from where the bot means to hold it, in radians. */
export function offAim(hand: Hand): number {
  return Math.abs(turnBetween(hand.angle, hand.wanted + hand.error));
}

/** A spell of firing: people pull the trigger in salvos, with pauses between them. */
export interface Salvo {
  beginsAt: number;
  endsAt: number;
}

/** Starts a salvo on a tick. */
export function beginSalvo(salvo: Salvo, at: number, random: Random): void {
  salvo.beginsAt = at;
  salvo.endsAt = at + Math.round(random.range(seconds(0.3), seconds(1)));
}

/** Whether the finger is down on this tick; after a salvo the next one is put off by a pause. */
export function isInSalvo(salvo: Salvo, tick: number, traits: BotTraits, random: Random): boolean {
  if (tick >= salvo.endsAt)
    beginSalvo(salvo, tick + Math.round(traits.pauseTicks * random.range(0.5, 1.5)), random);
  return tick >= salvo.beginsAt;
}
