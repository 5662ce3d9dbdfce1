/**
 * Tells a link that is dead from one that is quiet. The server sends 30 patches a second to everybody, even when
 * nothing happens, so silence means that nothing comes through. A browser learns of a half-open connection only when
 * TCP gives up, which takes minutes (RFC 1122 §4.2.3.5 allows 100 s and more), and no page can see WebSocket pings.
 */

/** All in ms. */
export const HEARTBEAT = {
  /** Silence that counts as a stall: seven patches are missing, more than jitter does. */
  stallMs: 250,
  /** Silence after which the link is dropped. TCP mends a lost segment in less, even when it has to try four times. */
  deadMs: 5000,
  /** What a link is still given after the page itself was away: what waited for the page comes at once. */
  wakeMs: 1500,
  /** How often the silence is looked at. */
  everyMs: 250,
  /** A look that comes this late means that the page slept: silence of that time proves nothing. */
  sleptMs: 2000,
} as const;

/** All times are those of performance.now(). */
export interface Heartbeat {
  /** Something came from the server. */
  heard(now: number): void;
  /** The page was away (hidden, frozen, asleep): the link has to prove itself, sooner than usual. */
  wake(now: number): void;
  /** To be called every `everyMs`. Returns whether the link is dead. */
  beat(now: number): boolean;
  /** How long the link has been silent, in ms; 0 while that is shorter than a stall. */
  stalledMs(now: number): number;
}

/** Begins with a link that has just been heard. */
export function createHeartbeat(now: number): Heartbeat {
  let heardAt = now;
  let beatAt = now;
  /** The link is dead when nothing has come by then. */
  let deadAt = now + HEARTBEAT.deadMs;

  const wake = (at: number): void => {
    deadAt = at + HEARTBEAT.wakeMs;
  };
  return {
    heard(at) {
      heardAt = at;
      deadAt = at + HEARTBEAT.deadMs;
    },
    wake,
    beat(at) {
      if (at - beatAt > HEARTBEAT.sleptMs) wake(at);
      beatAt = at;
      return at >= deadAt;
    },
    stalledMs(at) {
      const silence = at - heardAt;
      return silence < HEARTBEAT.stallMs ? 0 : silence;
    },
  };
}
