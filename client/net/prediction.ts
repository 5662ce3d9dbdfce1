import type { InputHandle, Room } from "@colyseus/sdk";
import type { Predict, Reconciler } from "@colyseus/sdk/predict";
import type { Arena } from "../../shared/arena/index.ts";
import { type Weapon, weaponOf } from "../../shared/content/index.ts";
import {
  BODY_FIELDS,
  type Body,
  Button,
  type Command,
  type StepResult,
  stepBody,
} from "../../shared/sim/index.ts";
import { type ArenaState, InputState, type PlayerState } from "../../shared/state/index.ts";

/** Time constant in ms in which a correction of the own drone fades from the picture. */
const SMOOTH_MS = 80;

/** A correction beyond this many px is a respawn, not an error: it is shown at once. */
const TELEPORT = 160;

/** The SDK tells what it has corrected only while it may warn; a drone that is off by this much deserves the warning. */
const WARN_DIVERGENCE = 64;

/** What the prediction tells on the frame on which it happens. */
export interface PredictionEvents {
  /**
   * A shot leaves.
   * @param seq number of the command that fired
   * @param body the drone as it is after the step, where the shot leaves
   * @param slot of the own drone
   */
  shot(seq: number, weapon: Weapon, aim: number, body: Body, slot: number): void;
  dash(): void;
  /** The trigger was pulled, and nothing leaves, for the weapon is being reloaded. */
  dry(weapon: number): void;
  /**
   * The server has acknowledged a command.
   * @param px how far from its own place the drone was predicted; deaths and respawns are the server's to decree
   * @param exact whether every other field was predicted right as well
   */
  reconciled(px: number, exact: boolean): void;
}

/** The own drone, predicted with the server's own step function. */
export interface Prediction {
  /** The predicted state for logic; exact, without smoothing. */
  readonly body: Body;
  /** Where the own weapon points by the last command. */
  readonly aim: number;
  readonly pending: number;
  /** Samples and sends as many commands as there are ticks due. */
  send(ticks: number, sample: (command: Command) => void): void;
  /** Ends it; a new one may follow. */
  dispose(): void;
}

/**
 * Starts predicting a player from its decoded state.
 * @param input the room's input handle; one send is one tick
 */
export function createPrediction(
  predict: Predict<ArenaState>,
  player: PlayerState,
  input: InputHandle<InputState>,
  arena: Arena,
  events: PredictionEvents,
): Prediction {
  const result: StepResult = { dashed: false, fired: -1 };
  const command: Command = { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 };
  // Commands that were sent before were predicted by somebody else, or by nobody: they prove nothing.
  const { sentCount } = input;
  let wasPulled = false;
  const reconciler: Reconciler<PlayerState> = predict.reconciler(player, {
    input,
    fields: BODY_FIELDS,
    smoothMs: SMOOTH_MS,
    snap: TELEPORT,
    warnOnDivergence: WARN_DIVERGENCE,
    onReconcile: (acked) => {
      if (acked <= sentCount && input.sentCount >= sentCount) return;
      const { x = 0, y = 0, alive = 0 } = reconciler.lastCorrection;
      const px = Math.max(Math.abs(x), Math.abs(y));
      const decreed = alive !== 0 || px > TELEPORT;
      events.reconciled(decreed ? 0 : px, reconciler.lastCorrectionMag === 0);
    },
    step: (ctx, body, wish) => {
      stepBody(body, wish, arena, result);
      if (ctx.isReplay) return;
      if (result.dashed) events.dash();
      const pulled = (wish.buttons & Button.fire) !== 0;
      if (pulled && !wasPulled && body.reload > 0) events.dry(body.weapon);
      wasPulled = pulled;
      if (result.fired < 0) return;
      events.shot(ctx.tick, weaponOf(result.fired), wish.aim, body, player.slot);
    },
  });

  return {
    get body() {
      return reconciler.state;
    },
    get aim() {
      return command.aim;
    },
    get pending() {
      return reconciler.pendingCount;
    },
    send(ticks, sample) {
      for (let i = 0; i < ticks; i++) {
        sample(command);
        Object.assign(input.data, command);
        input.send();
      }
    },
    dispose() {
      reconciler.dispose();
    },
  };
}

/**
 * Opens the room's input handle. Only inputs on which a shot can leave carry the time stamp of lag compensation: those
 * that hold the trigger, without which no pull begins and no charge is released, and those within a burst. Without a
 * type, @colyseus/sdk 0.18.4 makes a class of its own for each room, which @colyseus/schema never forgets again.
 * @param firing whether rounds of a burst are still to come after the trigger was let go
 */
export function openInput(room: Room<unknown, ArenaState>, firing: () => boolean): InputHandle<InputState> {
  return room.input<InputState>({
    type: InputState,
    allowRewind: (data) => (data.buttons & Button.fire) !== 0 || firing(),
  });
}
