import type { Room } from "@colyseus/sdk";
import { MAX_REWIND_MS } from "../../shared/content/index.ts";
import type { ArenaState } from "../../shared/state/index.ts";
import { earlyMsOf } from "./sendClock.ts";
import type { ServerPace } from "./serverPace.ts";
import type { Timeline } from "./timeline.ts";
import { createLastSecond, watchTraffic } from "./traffic.ts";
import type { Link } from "./world.ts";

/** What is known of the link besides what the room itself tells. */
export interface LinkSources {
  readonly timeline: Pick<Timeline, "delayMs" | "stampDelayMs" | "patchMs">;
  readonly pace: Pick<ServerPace, "ticksPerS">;
  readonly stalledMs: (now: number) => number;
  readonly pendingInputs: () => number;
}

export interface LinkFigures {
  /** Once a frame. Allocates nothing. */
  refresh(now: number): void;
  /** A patch has come. */
  patched(now: number): void;
  /** An own shot leaves in this frame. */
  shot(): void;
}

/** Keeps the figures of a link up to date that are measured all the time. */
export function createLinkFigures(
  room: Pick<Room<unknown, ArenaState>, "clock" | "connection" | "state" | "sessionId">,
  link: Link,
  { timeline, pace, stalledMs, pendingInputs }: LinkSources,
): LinkFigures {
  const traffic = watchTraffic(room.connection, () => performance.now());
  const starvation = createLastSecond();
  let starved: number | null = null;
  let patchedAt = Number.NaN;
  let longestGap = 0;

  const refreshTiming = (now: number): void => {
    const own = room.state.players.get(room.sessionId);
    link.earlyMs = earlyMsOf(own) ?? 0;
    const total = own?.starved ?? null;
    // The count is modulo 256.
    if (total !== null && starved !== null) starvation.add((total - starved) & 0xff, now);
    starved = total;
    link.starvedPerS = starvation.sum(now);
  };
  return {
    refresh(now) {
      link.stalledMs = stalledMs(now);
      link.rttMs = room.clock.smoothedRtt();
      link.jitterMs = room.clock.jitter();
      link.serverTicksPerS = pace.ticksPerS();
      link.pendingInputs = pendingInputs();
      link.interpolationMs = timeline.delayMs();
      link.patchMs = timeline.patchMs();
      link.patchGapMs = longestGap;
      longestGap = 0;
      link.bytesInPerS = traffic.inPerS;
      link.bytesOutPerS = traffic.outPerS;
      refreshTiming(now);
    },
    patched(now) {
      if (!Number.isNaN(patchedAt)) longestGap = Math.max(longestGap, now - patchedAt);
      patchedAt = now;
    },
    shot() {
      // The picture's age when the input is taken; half a patch of the round trip is the way of the answer.
      const age = timeline.stampDelayMs() + room.clock.smoothedRtt() - timeline.patchMs() / 2;
      link.rewindMs = Math.min(MAX_REWIND_MS, Math.max(0, age));
    },
  };
}
