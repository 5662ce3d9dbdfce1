/** What a bot is like, besides how well it plays: what it goes for and what it lets be. */
export interface Temperament {
  readonly key: string;
  readonly name: string;
  /** It in a line. */
  readonly idea: string;
  /** 0..1: how readily it follows an enemy that hides, and leaves a rack for a fight. */
  readonly aggression: number;
  /** 0..1: how early it breaks off a fight to look after itself. */
  readonly caution: number;
  /** 0..1: how long it waits for a rack to fill, and how well it remembers when that will be. */
  readonly patience: number;
  /** -1..1: fights from nearer or farther than its weapon would have it. */
  readonly distance: number;
  /** 0..1: how much the goal of the mode is worth to it against racks and fights. */
  readonly zeal: number;
  /** 0..1: how gladly it carries and lays mines. */
  readonly mines: number;
}

/** All temperaments; each bot has one. */
export const TEMPERAMENTS: readonly Temperament[] = [
  {
    key: "hunter",
    name: "Hunter",
    idea: "Follows whoever runs.",
    aggression: 0.95,
    caution: 0.3,
    patience: 0.25,
    distance: 0,
    zeal: 0.5,
    mines: 0.15,
  },
  {
    key: "brawler",
    name: "Brawler",
    idea: "Comes close and stays there.",
    aggression: 0.85,
    caution: 0.15,
    patience: 0.15,
    distance: -1,
    zeal: 0.6,
    mines: 0.1,
  },
  {
    key: "marksman",
    name: "Marksman",
    idea: "Keeps its distance and takes its time.",
    aggression: 0.4,
    caution: 0.6,
    patience: 0.6,
    distance: 1,
    zeal: 0.4,
    mines: 0.3,
  },
  {
    key: "keeper",
    name: "Keeper",
    idea: "Knows the clock of every rack.",
    aggression: 0.5,
    caution: 0.65,
    patience: 1,
    distance: 0.1,
    zeal: 0.4,
    mines: 0.35,
  },
  {
    key: "trapper",
    name: "Trapper",
    idea: "Leaves a mine wherever others have to pass.",
    aggression: 0.35,
    caution: 0.55,
    patience: 0.7,
    distance: 0.2,
    zeal: 0.55,
    mines: 1,
  },
  {
    key: "runner",
    name: "Runner",
    idea: "Has eyes for the goal alone.",
    aggression: 0.55,
    caution: 0.35,
    patience: 0.2,
    distance: -0.3,
    zeal: 1,
    mines: 0.2,
  },
];

/** How well bots play, as a name; numbers in between are as good. */
export interface BotStrength {
  readonly key: string;
  readonly name: string;
  /** The skill that it stands for, 0..1. */
  readonly skill: number;
}

/** The strengths to choose from, the weakest first. */
export const STRENGTHS: readonly BotStrength[] = [
  { key: "rookie", name: "Rookie", skill: 0 },
  { key: "regular", name: "Regular", skill: 0.5 },
  { key: "veteran", name: "Veteran", skill: 1 },
];
