import type { Arena } from "../../../shared/arena/index.ts";
import { TEMPERAMENTS, type Temperament } from "../../../shared/content/index.ts";
import { createRandom } from "../../../shared/math/index.ts";
import { type Command, Life } from "../../../shared/sim/index.ts";
import type { Fighter } from "../world.ts";
import { decide } from "./decision.ts";
import { fly } from "./flying.ts";
import { listen } from "./hearing.ts";
import { beginLife, createMind } from "./mind.ts";
import type { Surroundings } from "./perception.ts";
import { handleWeapons } from "./shooting.ts";
import { type BotTraits, drawReaction } from "./traits.ts";

/** One bot's mind. */
export interface Brain {
  readonly temper: Temperament;
  /** Fills the command for this tick from what this bot can perceive. */
  think(world: Surroundings, self: Fighter, out: Command): void;
  /** Lets the bot hear what was told at the end of the last tick. */
  hear(world: Surroundings, self: Fighter): void;
  /** Tells the bot that it was hit: the direction towards the shooter in radians, the shooter's slot, the tick. */
  feelHit(angle: number, by: number, tick: number): void;
}

/** Ticks between two decisions; eyes and hand work on every tick. */
const DECIDE_EVERY = 6;

/**
 * Makes the mind of a bot. The same seed and the same world give the same commands.
 * @param temper what it is like; drawn from the seed by default
 */
export function createBrain(
  arena: Arena,
  traits: BotTraits,
  seed: number,
  temper: Temperament = createRandom(seed).pick(TEMPERAMENTS),
): Brain {
  const mind = createMind(arena, traits, seed, temper);
  const { perception, alarm, random } = mind;
  return {
    temper,
    think(world, self, out) {
      out.mx = 0;
      out.my = 0;
      out.buttons = 0;
      out.pick = 0;
      out.aim = mind.hand.angle;
      const { tick, round } = world.state;
      if (self.player.alive !== Life.flying) {
        mind.inPlay = false;
        return;
      }
      // A new round puts everybody somewhere else, and nobody was dead in between.
      const fresh = !mind.inPlay || round !== mind.round;
      if (fresh) beginLife(mind, world, self);
      const { target } = mind;
      perception.look(world, self, target);
      // An enemy that died or left is no longer among the sightings.
      const lost = target !== null && perception.sightings.get(target.fighter.id) !== target;
      if (lost) mind.target = null;
      if (fresh || lost || (tick + self.player.slot) % DECIDE_EVERY === 0) decide(mind, world, self);
      fly(mind, world, self, out);
      handleWeapons(mind, world, self, out);
    },
    hear(world, self) {
      if (self.player.alive === Life.flying) listen(alarm, world, self, traits, random);
    },
    feelHit(angle, _by, tick) {
      const taken = tick + drawReaction(traits, random.bell());
      if (tick > alarm.from) {
        alarm.angle = angle;
        alarm.from = taken;
      }
      if (mind.dodgeAt === 0 && random.next() < traits.dodgeChance) mind.dodgeAt = taken;
    },
  };
}
