/** When a context sounds: browsers start it asleep, interrupt it for a call, and nobody wants to hear a hidden page. */

/** What of a context it takes. Safari has a fourth state, `interrupted`, which the types do not know. */
export interface Sleeper {
  readonly state: string;
  resume(): Promise<void>;
  suspend(): Promise<void>;
}

export interface Wakefulness {
  /** Whether it shall sound. It falls asleep a little later than that, so that what sounds can fade. */
  setWanted(wanted: boolean): void;
  /**
   * Wakes it if it should be awake and is not. To be called directly in the handlers of gestures, for browsers listen
   * to nobody else; as often as one likes.
   */
  nudge(): void;
}

/** ms that a fade takes before it may sleep. */
const FADE_MS = 120;

/** @param later calls back after so many ms, and gives the way to prevent it: setTimeout */
export function createWakefulness(
  context: Sleeper,
  later: (call: () => void, ms: number) => () => void,
): Wakefulness {
  let wanted = true;
  let cancel = (): void => {};
  // Refused before the first gesture, and while a call has the loudspeaker; the next gesture asks again.
  const refused = (): void => {};

  const nudge = (): void => {
    if (wanted && context.state !== "running" && context.state !== "closed") context.resume().catch(refused);
  };

  return {
    nudge,
    setWanted(next) {
      if (next === wanted) return;
      wanted = next;
      cancel();
      cancel = next
        ? () => {}
        : later(() => {
            if (context.state === "running") context.suspend().catch(refused);
          }, FADE_MS);
      nudge();
    },
  };
}
