import type { Layer } from "./layer.ts";

/** The slider under which a sound lies. */
export type Bus = "effects" | "interface";

/** A sound as data. */
export interface Recipe {
  readonly bus: Bus;
  /** Loudest sample, 0..1: how loud it is beside all others. */
  readonly peak: number;
  /** How much of the hall is heard with it, 0..1. */
  readonly hall: number;
  /** px from which it is not heard any more, when it has a place. */
  readonly reach: number;
  /** How far each playing differs in pitch, as a share: 0.04 is 4 % up or down. */
  readonly spread: number;
  /** Milliseconds in which it is not played again; what comes sooner would only be louder. */
  readonly gapMs: number;
  readonly layers: readonly Layer[];
}
