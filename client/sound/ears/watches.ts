import { WeaponId } from "../../../shared/content/index.ts";
import type { Mine, Status, World } from "../../net/index.ts";
import { weaponSounds } from "../contentSounds.ts";
import type { Started } from "../mix/index.ts";
import { createOwnWatch } from "./ownWatch.ts";
import { createRoundWatch } from "./roundWatch.ts";
import type { Voice } from "./voice.ts";

/** How much faster an overclocked weapon charges. */
const OVERCLOCKED = 1.5;
/** A mine that is armed further than this when it is first seen was laid before it came into sight. */
const JUST_LAID = 0.2;

/** Hears what no event tells: what changes in the world from one frame to the next. */
export interface Watches {
  /**
   * Once a frame; allocates only for what has changed.
   * @param deaf takes note of everything and says nothing, as after a stall
   */
  frame(deaf: boolean): void;
  status(status: Status): void;
  /** Ends what goes on by itself. */
  silence(): void;
}

/** A weapon that is being charged. */
interface Charging {
  readonly started: Started | null;
}

export function createWatches(world: World, voice: Voice, clock: () => number): Watches {
  const own = createOwnWatch(world, voice, clock);
  const round = createRoundWatch(world, voice);
  /** By slot. */
  const charging = new Map<number, Charging>();
  /** How far each mine was armed, by its id. */
  const mines = new Map<string, number>();
  let isDown = false;

  const endCharge = (slot: number): void => {
    charging.get(slot)?.started?.stop();
    charging.delete(slot);
  };

  const watchCharges = (deaf: boolean): void => {
    for (const drone of world.drones) {
      const { slot, weapon, charge, alive, seen } = drone;
      const isCharging = alive && seen && charge > 0;
      if (isCharging === charging.has(slot)) continue;
      if (!isCharging) {
        endCharge(slot);
        continue;
      }
      const sound = weaponSounds(weapon).charge;
      if (sound === null) continue;
      const told = { weapon, slot, pitch: drone.overclocked ? OVERCLOCKED : 1 };
      const isOwn = drone === world.focus;
      const started = deaf ? null : isOwn ? voice.own(sound, told) : voice.at(sound, drone.x, drone.y, told);
      charging.set(slot, { started });
    }
  };

  const watchMine = ({ id, owner, x, y, armed }: Mine, deaf: boolean): void => {
    const before = mines.get(id);
    if (before === armed) return;
    mines.set(id, armed);
    if (deaf) return;
    const weapon = WeaponId.mine;
    const { shot, armed: ready } = weaponSounds(weapon);
    // The own one was heard as it was laid.
    if (before === undefined && armed < JUST_LAID && owner !== world.self?.slot)
      voice.at(shot, x, y, { weapon, slot: owner });
    if (before !== undefined && before < 1 && armed === 1 && ready !== null)
      voice.at(ready, x, y, { weapon, slot: owner });
  };

  const watchMines = (deaf: boolean): void => {
    for (const mine of world.mines) watchMine(mine, deaf);
    if (mines.size === world.mines.length) return;
    for (const id of mines.keys()) if (!world.mines.some((mine) => mine.id === id)) mines.delete(id);
  };

  return {
    frame(deaf) {
      own(deaf);
      round(deaf);
      watchCharges(deaf);
      watchMines(deaf);
    },
    status({ at }) {
      if (at === "playing" && isDown) voice.everywhere("linkBack");
      if (at !== "playing" && !isDown) voice.everywhere("linkLost");
      isDown = at !== "playing";
    },
    silence() {
      for (const slot of charging.keys()) endCharge(slot);
    },
  };
}
