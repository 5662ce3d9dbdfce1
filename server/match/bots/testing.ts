/** Set-up for tests of bots: one that thinks and acts in a scene where nobody is ever hurt. */
import type { Arena, Spot } from "../../../shared/arena/index.ts";
import { TEMPERAMENTS, type Temperament, type Weapon } from "../../../shared/content/index.ts";
import { type Command, drawWeapon, giveRounds, stepBody } from "../../../shared/sim/index.ts";
import { command, createScene, fighterAt } from "../testing.ts";
import type { Fighter, MatchWorld } from "../world.ts";
import { type Brain, createBrain } from "./brain.ts";
import { traitsFor } from "./traits.ts";

/** A bot with its mind, and others around it who do nothing by themselves. */
export interface Scene {
  readonly world: MatchWorld;
  readonly self: Fighter;
  /** The first of the others. */
  readonly other: Fighter;
  readonly brain: Brain;
}

export interface SceneOptions {
  readonly seed?: number;
  /** 0..1, a regular by default. */
  readonly skill?: number;
  /** One in the middle of everything by default. */
  readonly temper?: Temperament;
}

/** Somebody without any leaning, or with those that are given. */
export function temperOf(leanings: Partial<Temperament> = {}): Temperament {
  const middle = { aggression: 0.5, caution: 0.5, patience: 0.5, distance: 0, zeal: 0.5, mines: 0.5 };
  return { ...TEMPERAMENTS[0]!, key: "plain", name: "Plain", idea: "Of no mind.", ...middle, ...leanings };
}

/** Puts a bot at a place and others at theirs, the first enemy first. */
export function meet(
  arena: Arena,
  bot: Spot,
  others: Spot | readonly Spot[],
  { seed = 1, skill = 0.5, temper = temperOf() }: SceneOptions = {},
): Scene {
  const self = fighterAt("bot", 0, bot);
  const list = "x" in others ? [others] : others;
  const rest = list.map((spot, i) => fighterAt(i === 0 ? "enemy" : `other ${i}`, i + 1, spot));
  const world = createScene(arena, [self, ...rest]);
  return { world, self, other: rest[0]!, brain: createBrain(arena, traitsFor(skill), seed, temper) };
}

/** A bot with nobody around. */
export function alone(arena: Arena, bot: Spot, options: SceneOptions = {}): Scene {
  const scene = meet(arena, bot, bot, options);
  scene.other.player.alive = 0;
  return scene;
}

/** Gives a fighter a weapon with all the rounds that it can carry, in hand if wanted. */
export function arm(fighter: Fighter, weapon: Weapon, inHand = false): void {
  const { rounds = 0, spare = 0 } = weapon.magazine ?? {};
  giveRounds(fighter.player, weapon, rounds + spare);
  if (inHand) drawWeapon(fighter.player, weapon.id);
}

/**
 * Lets a bot think and act for some ticks. `watch` sees each command before it is spent, `shot` each shot that leaves:
 * its weapon, and the command that fired it.
 */
export function live(
  { world, self, brain }: Scene,
  ticks: number,
  watch: (wish: Command, tick: number) => void = () => {},
  shot: (weapon: number, wish: Command) => void = () => {},
): void {
  const wish = command();
  for (let i = 0; i < ticks; i++) {
    world.state.tick += 1;
    brain.hear(world, self);
    world.events.length = 0;
    brain.think(world, self, wish);
    watch(wish, i);
    const { fired } = stepBody(self.player, wish, world.arena, { dashed: false, fired: -1 });
    self.player.aim = wish.aim;
    if (fired >= 0) shot(fired, wish);
  }
}
