import { seconds } from "../../shared/content/index.ts";

/** How one match is set up; all of it may come from the server's configuration. */
export interface MatchRules {
  /** Drones that bots fill the room up to, people counted. */
  readonly fill: number;
  /** Ticks of the phases of a round; one of 0 ticks is skipped. */
  readonly warmupTicks: number;
  readonly countdownTicks: number;
  readonly liveTicks: number;
  readonly overtimeTicks: number;
  readonly podiumTicks: number;
  readonly voteTicks: number;
  /** How well bots play, 0..1: 0 a rookie, 0.5 a regular, 1 a veteran. */
  readonly botSkill: number;
  /** In place of `botSkill`, to let strengths play each other: those of slots 0, 1, ... in turn. */
  readonly botSkills?: readonly number[];
}

export const DEFAULT_RULES: MatchRules = {
  fill: 8,
  warmupTicks: seconds(8),
  countdownTicks: seconds(3),
  liveTicks: seconds(300),
  overtimeTicks: seconds(60),
  podiumTicks: seconds(10),
  voteTicks: seconds(12),
  botSkill: 0.5,
};
