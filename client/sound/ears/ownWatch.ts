import type { Drone, World } from "../../net/index.ts";
import type { Voice } from "./voice.ts";

/** Health up to which the heart is heard, and ms between two beats there and at the very end. */
const HEART = { from: 30, slowMs: 1150, fastMs: 640 } as const;

/** The own drone as it was in the frame before. */
interface Before {
  alive: boolean;
  weapon: number;
  plating: number;
  overclocked: boolean;
  reloading: boolean;
  loaded: number;
}

/** Whether health is so low that it is heard. */
function isLow({ alive, health }: Drone): boolean {
  return alive && health > 0 && health <= HEART.from;
}

/** Time until the next beat, in ms. */
function beatMs({ health }: Drone): number {
  return HEART.fastMs + (HEART.slowMs - HEART.fastMs) * (health / HEART.from);
}

/** Hears what becomes of the own drone and what its weapon does. To be called once a frame; allocates nothing. */
export function createOwnWatch(
  world: Pick<World, "self" | "own">,
  voice: Voice,
  clock: () => number,
): (deaf: boolean) => void {
  const before: Before = {
    alive: false,
    weapon: -1,
    plating: 0,
    overclocked: false,
    reloading: false,
    loaded: 0,
  };
  let nextBeat = 0;

  const watchHeart = (self: Drone): void => {
    const now = clock();
    if (!isLow(self)) {
      nextBeat = 0;
    } else if (now >= nextBeat) {
      voice.own("heartbeat");
      nextBeat = now + beatMs(self);
    }
  };

  const watchWeapon = (self: Drone, reloading: boolean, loaded: number): void => {
    if (self.weapon !== before.weapon) {
      voice.own("weaponDrawn");
      return;
    }
    if (reloading && !before.reloading) voice.own("reloadStart");
    if (!reloading && before.reloading && loaded > before.loaded) voice.own("reloadDone");
  };

  return (deaf) => {
    const { self, own } = world;
    if (self === null) {
      before.alive = false;
      return;
    }
    const reloading = self.alive && own.reloadProgress < 1;
    const loaded = own.arms[self.weapon]?.loaded ?? 0;
    // Who was not there in the frame before has nothing that could have changed.
    if (!deaf && self.alive && before.alive) {
      watchWeapon(self, reloading, loaded);
      if (self.plating === 0 && before.plating > 0) voice.own("platingBroken");
      if (!self.overclocked && before.overclocked) voice.own("overclockOver");
    }
    if (!deaf) watchHeart(self);
    before.alive = self.alive;
    before.weapon = self.weapon;
    before.plating = self.plating;
    before.overclocked = self.overclocked;
    before.reloading = reloading;
    before.loaded = loaded;
  };
}
