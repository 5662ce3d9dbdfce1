import type { ArenaState } from "../../shared/state/index.ts";
import { createDrones, type Smoothed } from "./drones.ts";
import { readInstruments } from "./instruments.ts";
import type { Prediction } from "./prediction.ts";
import { createRounds } from "./rounds.ts";
import { createThings } from "./things.ts";
import type { Timeline } from "./timeline.ts";
import { createWatching } from "./watching.ts";
import type { World } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** Copies decoded state into the world, once a frame. */
export interface Mirror {
  frame(prediction: Prediction | null, emit: (event: WorldEvent) => void): void;
}

/** Keeps all of a world up to date but what flies, which has flights of its own. */
export function createMirror(
  state: ArenaState,
  selfId: string,
  smoothed: Smoothed,
  timeline: Pick<Timeline, "latestMs" | "shownMs" | "present" | "shown">,
  world: World,
): Mirror {
  const mirrorDrones = createDrones(state, selfId, smoothed, timeline, world);
  const mirrorWatching = createWatching(state, selfId, world);
  const mirrorThings = createThings(state, world);
  const mirrorRound = createRounds(state, world);
  return {
    frame(prediction, emit) {
      const present = timeline.present();
      world.tick = timeline.shown();
      mirrorDrones(prediction, emit);
      mirrorWatching();
      mirrorThings(present);
      mirrorRound(present, emit);
      const own = state.players.get(selfId);
      if (prediction !== null && own !== undefined) {
        readInstruments(world.own, prediction.body, own.respawnAt, present);
      }
    },
  };
}
