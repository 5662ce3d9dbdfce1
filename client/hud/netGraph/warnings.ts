/** What is wrong with the link, worth an icon. A warning comes at one mark and goes at a lower one, so that it does not flicker. */
import { TICK_HZ } from "../../../shared/content/index.ts";
import type { Link } from "../../net/index.ts";

/** From the most urgent to the least. */
export const WARNINGS = ["stall", "slowServer", "jitter", "far"] as const;
export type Warning = (typeof WARNINGS)[number];

/** A warning that has come stays for at least so long, in ms: time enough to be seen. */
export const WARNING_MS = 2000;

type Figures = Pick<Link, "stalledMs" | "serverTicksPerS" | "jitterMs" | "interpolationMs" | "pingMs">;

/** A warning begins when `from` has held for `afterMs`, and may end when `until` does. */
interface Rule {
  readonly afterMs: number;
  readonly from: (link: Figures) => boolean;
  readonly until: (link: Figures) => boolean;
}

/**
 * Jitter shows in what is done about it: on an even link others are drawn some 80 ms in the past, on an uneven one more.
 * The SDK's figure alone, a running mean, stays below 10 ms on links that visibly jump. 180 ms of ping nears the end of
 * what lag compensation covers in full. A stall counts at once (what is one is up to `HEARTBEAT.stallMs`).
 */
const RULES: Readonly<Record<Warning, Rule>> = {
  stall: { afterMs: 0, from: ({ stalledMs }) => stalledMs > 0, until: ({ stalledMs }) => stalledMs === 0 },
  slowServer: {
    afterMs: 500,
    from: ({ serverTicksPerS: pace }) => pace > 0 && pace < TICK_HZ * 0.9,
    until: ({ serverTicksPerS: pace }) => pace === 0 || pace > TICK_HZ * 0.95,
  },
  jitter: {
    afterMs: 1500,
    from: ({ jitterMs, interpolationMs: delay }) => jitterMs > 25 || delay > 140,
    until: ({ jitterMs, interpolationMs: delay }) => jitterMs < 18 && delay < 120,
  },
  far: { afterMs: 1500, from: ({ pingMs }) => pingMs > 180, until: ({ pingMs }) => pingMs < 160 },
};

/** Looks at the link again and again; `look` gives the warnings that hold, the most urgent first. */
export function createWarner(): { look(link: Figures, now: number): readonly Warning[] } {
  /** Since when there has been cause for each warning without a break, and since when it is shown, in ms. */
  const cause = new Map<Warning, number>();
  const since = new Map<Warning, number>();
  return {
    look(link, now) {
      for (const warning of WARNINGS) {
        const { afterMs, from, until } = RULES[warning];
        if (!from(link)) cause.delete(warning);
        else if (!cause.has(warning)) cause.set(warning, now);
        const causedAt = cause.get(warning);
        const began = since.get(warning);
        if (began === undefined) {
          if (causedAt !== undefined && now - causedAt >= afterMs) since.set(warning, now);
        } else if (until(link) && now - began >= WARNING_MS) {
          since.delete(warning);
        }
      }
      return WARNINGS.filter((warning) => since.has(warning));
    },
  };
}
