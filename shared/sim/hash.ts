/** One number that stands for many: equal numbers have equal hashes, and a single bit changes it. */
import { hash32 } from "../math/index.ts";
import { BODY_FIELDS, type Body } from "./body.ts";

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);

/** Folds a number into a hash, all of its bits. Both zeros count as one: the wire does not tell them apart. */
export function foldNumber(hash: number, value: number): number {
  float[0] = value === 0 ? 0 : value;
  return hash32(hash, words[0], words[1]);
}

/** Folds a drone into a hash. */
export function foldBody(hash: number, body: Body): number {
  let folded = hash;
  for (const field of BODY_FIELDS) folded = foldNumber(folded, body[field]);
  return folded;
}
