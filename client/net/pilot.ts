import type { Room } from "@colyseus/sdk";
import type { Predict } from "@colyseus/sdk/predict";
import type { Weapon } from "../../shared/content/index.ts";
import type { Body } from "../../shared/sim/index.ts";
import type { ArenaState, PlayerState } from "../../shared/state/index.ts";
import { createPrediction, openInput, type Prediction } from "./prediction.ts";
import type { World } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** How much of the peak of the drift is left with each acknowledged state, and the weight of one in the mean. */
const PEAK_DECAY = 0.9;
const MEAN_GAIN = 0.1;

/** Steers the own drone while there is one. */
export interface Pilot {
  /** Null while there is nothing to steer. */
  readonly prediction: Prediction | null;
  /** Commands of this connection that the server has worked off. */
  readonly acknowledged: number;
  /** Whether a player is the one that is predicted. */
  steers(player: PlayerState): boolean;
  /** Begins and ends the prediction as the own drone comes and goes; once a frame. */
  follow(): void;
  /** Ends the prediction; one on the world's map of now begins with the next frame. */
  restart(): void;
}

export interface PilotEvents {
  emit(event: WorldEvent): void;
  shot(seq: number, weapon: Weapon, aim: number, body: Body, slot: number): void;
}

/** The own drone is predicted as soon as its state is here, and anew when its instance changes. */
export function createPilot(
  room: Room<unknown, ArenaState>,
  predict: Predict<ArenaState>,
  world: World,
  { emit, shot }: PilotEvents,
): Pilot {
  let prediction: Prediction | null = null;
  let predicted: PlayerState | null = null;
  const input = openInput(room, () => (prediction?.body.roundsLeft ?? 0) > 0);

  const end = (): void => {
    prediction?.dispose();
    prediction = null;
    predicted = null;
  };
  const begin = (player: PlayerState): void => {
    predicted = player;
    prediction = createPrediction(predict, player, input, world.arena, {
      shot,
      dash: () => {
        const { self } = world;
        if (self !== null) emit({ type: "dash", slot: self.slot, own: true, x: self.x, y: self.y });
      },
      dry: (weapon) => emit({ type: "dry", weapon }),
      reconciled: (px, exact) => {
        const { link } = world;
        link.driftPeak = Math.max(px, link.driftPeak * PEAK_DECAY);
        link.driftMean += (px - link.driftMean) * MEAN_GAIN;
        if (!exact) link.corrections += 1;
        if (px > 0) link.correctionPx = px;
      },
    });
  };

  return {
    get prediction() {
      return prediction;
    },
    get acknowledged() {
      return input.lastProcessed;
    },
    steers: (player) => player === predicted,
    follow() {
      const player = room.state.players.get(room.sessionId);
      if (player === predicted) return;
      end();
      // What only its owner may know comes with the first patch after the join.
      if (player?.vx !== undefined) begin(player);
    },
    restart: end,
  };
}
