import { clamp } from "../../../shared/math/index.ts";

/** Nobody reacts to what they see sooner than this, however strong: 150 ms. */
export const FASTEST_REACTION_TICKS = 9;
/** Nor does anybody who plays take longer: 700 ms. */
const SLOWEST_REACTION_TICKS = 42;

/** How a bot differs from another. Times in ticks, angles in radians. */
export interface BotTraits {
  /** Middle and width (one standard deviation) of the bell that each reaction is drawn from. */
  readonly reactionTicks: number;
  readonly reactionSpread: number;
  /** How old the picture is that the hand follows; what moves evenly is made up for, a change of mind is not. */
  readonly trackingTicks: number;
  /** Standard deviation of the error around which the aim wanders. */
  readonly aimError: number;
  /** The fastest turn of the weapon in a tick. */
  readonly turnPerTick: number;
  /** Part of the remaining turn that is made in a tick: how firmly the hand closes in. */
  readonly turnGain: number;
  /** How far the weapon may point past a drone's rim when the trigger is pulled, in drone radii. */
  readonly triggerSlack: number;
  /** Mean length of the pause between two salvos. */
  readonly pauseTicks: number;
  /** Mean time for which a bot flies to one side in a fight. */
  readonly strafeTicks: number;
  /** Chance 0..1 to dash away when hit or about to be. */
  readonly dodgeChance: number;
  /** Health below which a bot of middling caution looks after itself first. */
  readonly weakHealth: number;
  /** Chance 0..1 to heed a mine that it could notice. */
  readonly heed: number;
}

/** The traits of a strength: 0 (a rookie, on a first evening) to 1 (a veteran); `STRENGTHS` names them. */
export function traitsFor(skill: number): BotTraits {
  const strength = clamp(skill, 0, 1);
  const between = (weak: number, strong: number): number => weak + (strong - weak) * strength;
  return {
    reactionTicks: between(25, 11.5),
    reactionSpread: between(5, 1.5),
    trackingTicks: between(12, 5),
    aimError: between(0.12, 0.034),
    turnPerTick: between(0.09, 0.22),
    turnGain: between(0.16, 0.36),
    triggerSlack: between(2, 0.6),
    pauseTicks: between(34, 7),
    strafeTicks: between(85, 40),
    dodgeChance: between(0.05, 0.5),
    weakHealth: between(25, 45),
    heed: between(0.3, 0.95),
  };
}

/** Draws one reaction time in ticks, within what people are capable of. */
export function drawReaction(traits: BotTraits, bell: number): number {
  const drawn = Math.round(traits.reactionTicks + bell * traits.reactionSpread);
  return clamp(drawn, FASTEST_REACTION_TICKS, SLOWEST_REACTION_TICKS);
}
