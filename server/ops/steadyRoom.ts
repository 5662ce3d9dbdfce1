/**
 * Colyseus 0.18.17 gives each room two timers of its own: one for its steps, an interval of whole milliseconds over an
 * accumulator of the wall clock, and one for its patches. Steps come up to a tick late and two at a time even on an idle
 * machine, patches slide over the steps, and the rooms of a process fall onto the same moment. A steady room steps on
 * absolute deadlines of the process' metronome and sends its patch at the end of a step (docs/tempo.md).
 * tests/integration/framework.test.ts fails once it is needless.
 */
import { type FixedTimestepCallback, type RoomOptions, TimestepException } from "@colyseus/core";
import { ShieldedRoom } from "./exceptionShield.ts";
import { createMetronome } from "./metronome.ts";

/** The one of this process. */
const metronome = createMetronome();

/** What is used of a room and its clock; not part of their typings. */
interface Inner {
  /** Colyseus' own timer; it is taken away when the room is disposed of. */
  readonly _simulationInterval: unknown;
  readonly clock: { now: () => number; currentTime: number; tick(): void };
}

/** A room whose steps and patches keep time. */
export abstract class SteadyRoom<T extends RoomOptions> extends ShieldedRoom<T> {
  /**
   * As Colyseus has it: advertised to clients, at most five steps made up for, exceptions reported. The room's clock stands
   * at the deadline of the step, not at the moment at which it was met: the stamps of two patches lie as far apart as the
   * states in them. Patches go out after every so many steps, as many as come closest to `patchRate`.
   */
  override setFixedTimestep(step: FixedTimestepCallback, tickRate = 60): void {
    super.setFixedTimestep(step, tickRate);
    const inner = this as unknown as Inner;
    const timer = inner._simulationInterval;
    clearInterval(timer as NodeJS.Timeout);

    const dtMs = 1000 / tickRate;
    const stepsPerPatch = this.takeOverPatches(dtMs);
    const context = { dt: 1 / tickRate, dtMs, tick: 0, subSteps: 1, subDt: 1 / tickRate, subDtMs: dtMs };
    const { clock } = inner;
    let time = Math.round(performance.timeOrigin + performance.now());
    clock.now = () => time;
    clock.currentTime = time;
    let tick = 0;
    const leave = metronome.join(
      (dueAt, behind) => {
        // Disposed of, or set up anew.
        if (inner._simulationInterval !== timer) return leave();
        time = Math.round(performance.timeOrigin + dueAt);
        clock.tick();
        context.tick = tick++;
        try {
          step(context);
        } catch (error) {
          const cause = error instanceof Error ? error : new Error(String(error));
          this.onUncaughtException(new TimestepException(cause, cause.message), "setFixedTimestep");
        }
        // Another patch follows at once: one for both is enough.
        if (stepsPerPatch === 0 || tick % stepsPerPatch !== 0 || behind >= stepsPerPatch) return;
        this.broadcastPatch();
      },
      dtMs,
      Math.max(1, stepsPerPatch),
    );
  }

  /** Ends Colyseus' timer of patches, and goes on advertising its rate. Returns the steps between two patches; 0: none. */
  private takeOverPatches(stepMs: number): number {
    const rate = this.patchRate ?? 0;
    // Only once there is a timestep: else Colyseus sets up a timer for the clock (it would run twice).
    this.patchRate = null;
    Object.defineProperty(this, "patchRate", {
      value: rate,
      writable: true,
      configurable: true,
      enumerable: true,
    });
    return rate > 0 ? Math.max(1, Math.round(rate / stepMs)) : 0;
  }
}
