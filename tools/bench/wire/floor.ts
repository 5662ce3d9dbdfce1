/** How few bytes the same movement could be told in: entropies of what changes, as an ideal coder would pay them. */
import { TICK_HZ } from "../../../shared/content/index.ts";
import { type Movement, TICKS_A_SNAPSHOT } from "./movement.ts";

/** Steps of a position in px, and of an aim in parts of a turn, that the estimate is made for. */
const PX = 1 / 2;
const TURN = 256;

/** Bits that one drone takes in one snapshot. */
export interface Floor {
  /** Differences to the last snapshot, each coded by how often it occurs. */
  readonly order0Bits: number;
  /** The same, given the difference before. */
  readonly givenLastBits: number;
  /** Bytes a second for all drones of the fight, by the smaller of the two. */
  readonly bytesPerSecond: number;
}

/** Counts how often each symbol follows each context. */
function entropyBits(symbols: readonly (readonly [context: string, symbol: string])[]): number {
  const contexts = new Map<string, Map<string, number>>();
  for (const [context, symbol] of symbols) {
    const counts = contexts.get(context) ?? new Map<string, number>();
    contexts.set(context, counts.set(symbol, (counts.get(symbol) ?? 0) + 1));
  }
  let bits = 0;
  for (const counts of contexts.values()) {
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    for (const n of counts.values()) bits -= n * Math.log2(n / all);
  }
  return bits / symbols.length;
}

/** Halves the side of a movement that a byte-wise context can hold: near values share a context. */
function coarse(delta: number): number {
  return Math.sign(delta) * Math.round(Math.log2(1 + Math.abs(delta)));
}

interface Step {
  readonly dx: number;
  readonly dy: number;
  readonly da: number;
}

function stepsOf({ snapshots }: Movement, index: number): Step[] {
  const cells = snapshots.map(({ players }) => {
    const { x, y, aim } = players[index]!;
    return { x: Math.round(x / PX), y: Math.round(y / PX), a: Math.round((aim / (2 * Math.PI)) * TURN) };
  });
  return cells.slice(1).map((cell, i) => {
    const last = cells[i]!;
    const turned = (((cell.a - last.a) % TURN) + 1.5 * TURN) % TURN;
    return { dx: cell.x - last.x, dy: cell.y - last.y, da: turned - TURN / 2 };
  });
}

/**
 * Estimates the floor of a movement. The place and the aim are coded apart, which costs what they would tell of each
 * other; a context that is finer than the number of samples allows would be an optimist's.
 */
export function floorOf(movement: Movement): Floor {
  const players = movement.snapshots[0]?.players.length ?? 0;
  const all = Array.from({ length: players }, (_, i) => stepsOf(movement, i));
  type Field = keyof Step;
  const bitsOf = (field: Field, contextOf: (last: Step, now: Step) => string): number =>
    entropyBits(
      all.flatMap((steps) =>
        steps.slice(1).map((now, i) => [contextOf(steps[i]!, now), String(now[field])] as const),
      ),
    );
  const fields: readonly Field[] = ["dx", "dy", "da"];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const order0Bits = sum(fields.map((field) => bitsOf(field, () => "")));
  const givenLastBits = sum(fields.map((field) => bitsOf(field, (last) => String(coarse(last[field])))));
  const least = Math.min(order0Bits, givenLastBits);
  return {
    order0Bits,
    givenLastBits,
    bytesPerSecond: (least / 8) * players * (TICK_HZ / TICKS_A_SNAPSHOT),
  };
}
