import { seconds } from "./time.ts";

/** What a destroyed drone leaves behind: the weapon it held, with its rounds. */
export const DROP = {
  lifeTicks: seconds(15),
  /** So many lie about at most; the oldest gives way. */
  most: 16,
} as const;
