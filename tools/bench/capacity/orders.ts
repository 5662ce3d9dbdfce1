/** What the processes of the bench say to each other over IPC: the bench asks, the load and the meter answer. */

/** To the load. */
export type LoadOrder =
  /** So many more players, and leave when it is negative. */
  | { readonly what: "players"; readonly change: number }
  /** Counts from now on. */
  | { readonly what: "begin" }
  | { readonly what: "figures" };

/** To the meter in the server. */
export type MeterOrder =
  | { readonly what: "begin"; readonly profile: boolean }
  /** With the file that the profile goes to, if one was begun. */
  | { readonly what: "figures"; readonly profileTo: string };

export interface Asked<O> {
  readonly id: number;
  readonly order: O;
}
export interface Answered {
  readonly id: number;
  readonly answer: unknown;
}

/** What the load has measured of itself since it began to count. */
export interface LoadFigures {
  readonly players: number;
  readonly seconds: number;
  readonly cpuMsPerPlayerSecond: number;
  /** How late inputs left, in ms. */
  readonly lateMs: Quantiles;
  readonly inputsPerSecond: number;
  readonly patchesPerSecond: number;
  readonly messagesPerSecond: number;
  readonly bytesDownPerSecond: number;
  readonly bytesUpPerSecond: number;
  readonly lost: number;
}

/** The middle, the 99th of a hundred and the worst of many measurements. */
export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** What the meter has measured in the server since it began. Times in ms. */
export interface ServerFigures {
  readonly seconds: number;
  readonly rooms: number;
  readonly players: number;
  /** How late steps began against absolute deadlines. */
  readonly lateMs: Quantiles;
  readonly stepMs: Quantiles;
  /** Share of steps that began within a quarter of a tick after the one before. */
  readonly doubled: number;
  /** Ticks that were never made up for. */
  readonly lostTicks: number;
  /** Between two patches of a room, and what one takes for all of its clients. */
  readonly patchIntervalMs: Quantiles;
  readonly patchMs: Quantiles;
  /** From the receipt of an input to the patch that acknowledges it: the newest of each patch, and all of them. */
  readonly ackNewestMs: Quantiles;
  readonly ackAllMs: Quantiles;
  /** Share of the core that the process took, and what a fixed loop takes there: shared machines change their speed. */
  readonly cpu: number;
  readonly loopMs: number;
  readonly loopUtilization: number;
  readonly rssMb: number;
  readonly heapMb: number;
  readonly gc: { readonly count: number; readonly totalMs: number; readonly maxMs: number };
  readonly killsPerPlayerMinute: number;
}
