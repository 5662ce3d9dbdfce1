/** Notices a picture that stays slow: then it is not the quality that is too high, but the machine that draws without help. */

/** Frames a second below which aiming suffers, and for how long they have to stay there, in ms. */
const SLOW_FPS = 30;
const SLOW_MS = 8000;

/** @returns to be asked now and then: whether frames have been slow all the time for a while */
export function createSlowness(): (framesPerS: number, now: number) => boolean {
  let since: number | null = null;
  return (framesPerS, now) => {
    // None at all is not slow: the page was hidden, or has just begun.
    if (framesPerS === 0 || framesPerS >= SLOW_FPS) since = null;
    else since ??= now;
    return since !== null && now - since >= SLOW_MS;
  };
}
