/** How much of the link is shown: nothing but the ping, ping and jitter, all figures, graphs. Remembered across visits. */
import { recall, remember } from "../../settings/index.ts";

export const NET_LEVELS = [0, 1, 2, 3] as const;
export type NetLevel = (typeof NET_LEVELS)[number];

const KEY = "netGraph";

/** What was chosen on the last visit. */
export function recallNetLevel(): NetLevel {
  return NET_LEVELS.find((level) => String(level) === recall(KEY)) ?? 0;
}

/** The level after this one, and after the last one the first; remembered. */
export function nextNetLevel(level: NetLevel): NetLevel {
  const next = NET_LEVELS[(level + 1) % NET_LEVELS.length]!;
  remember(KEY, String(next));
  return next;
}
