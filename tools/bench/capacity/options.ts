import { parseArgs } from "node:util";
import { ROOM_SIZES } from "./stage.ts";

/** What one moment of the capacity is to be looked at. */
export interface MomentOptions {
  readonly roomSize: number;
  readonly players: number;
  /** Writes and reads a CPU profile of the server. */
  readonly profile: boolean;
  /** Seconds of a measurement. */
  readonly seconds: number;
  /** Flags of Node for the server. */
  readonly nodeFlags: readonly string[];
}

function positive(flag: string, value: string): number {
  if (!/^\d+$/.test(value) || Number(value) === 0)
    throw new RangeError(`--${flag} wants a whole number above 0, not "${value}"`);
  return Number(value);
}

/**
 * Reads `--rooms 16 --at 320 --seconds 5 --node=--max-semi-space-size=16 --profile`.
 * @throws RangeError saying what is wrong
 */
export function readMomentOptions(args: readonly string[]): MomentOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rooms: { type: "string", default: "16" },
      at: { type: "string", default: "160" },
      seconds: { type: "string", default: "5" },
      node: { type: "string", multiple: true, default: [] },
      profile: { type: "boolean", default: false },
    },
  });
  const roomSize = positive("rooms", values.rooms);
  if (!ROOM_SIZES.includes(roomSize))
    throw new RangeError(`--rooms wants one of ${ROOM_SIZES.join(", ")}, not ${roomSize}`);
  return {
    roomSize,
    players: positive("at", values.at),
    seconds: positive("seconds", values.seconds),
    nodeFlags: values.node,
    profile: values.profile,
  };
}
