/** What the client may cost. */

export const LIMITS = {
  /** Bytes of the page, its scripts and its styles, before the engine loads. */
  shellBytes: 25_000,
  /** Bytes of everything until the drone obeys. */
  controlBytes: 650_000,
  /** ms on a slow phone and a slow link. */
  menuMs: 600,
  controlMs: 3000,
  /** ms of script of the median frame, and draw calls of any, with sixteen drones in the picture. */
  scriptMs: 2,
  drawCalls: 30,
  /** MB a minute: less than what is measured by chance in ten minutes. */
  growthPerMinute: 0.05,
} as const;

/** One figure and what it may be. */
export interface Check {
  readonly what: string;
  readonly unit: string;
  readonly is: number;
  readonly most: number;
}

export function holds({ is, most }: Check): boolean {
  return is <= most;
}
