/** Which of some boxes lies next in a direction, for hands that steer a focus instead of a pointer. */

/** A box on the screen, in css px; a DOMRect is one. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Direction = "up" | "down" | "left" | "right";

/** Boxes that overlap by less than this in the direction of travel lie one behind the other, in css px. */
const OVERLAP_PX = 3;
/** A px off to the side counts as so many px ahead: what is straight ahead comes first. */
const ASIDE = 3;

/** A box as seen in a direction: from where to where ahead, and from where to where across. */
function turned(
  { left, top, right, bottom }: Box,
  direction: Direction,
): readonly [number, number, number, number] {
  switch (direction) {
    case "right":
      return [left, right, top, bottom];
    case "left":
      return [-right, -left, top, bottom];
    case "down":
      return [top, bottom, left, right];
    case "up":
      return [-bottom, -top, left, right];
  }
}

/** The one that comes first as one reads, or last. */
function ofReading(boxes: readonly Box[], wantsLast: boolean): number {
  let found = -1;
  for (const [i, box] of boxes.entries()) {
    const best = boxes[found];
    const isAfter = best !== undefined && (box.top - best.top || box.left - best.left) > 0;
    if (best === undefined || isAfter === wantsLast) found = i;
  }
  return found;
}

/**
 * The index of the next box, or -1. Up and down go round: behind the last one comes the first one.
 * @param from where the focus is; null for nowhere, which gives the first box
 */
export function nextBox(from: Box | null, boxes: readonly Box[], direction: Direction): number {
  if (from === null) return ofReading(boxes, false);
  const [, end, low, high] = turned(from, direction);
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, box] of boxes.entries()) {
    if (box === from) continue;
    const [start, , from2, to2] = turned(box, direction);
    if (start < end - OVERLAP_PX) continue;
    const aside = Math.max(0, from2 - high, low - to2);
    // Among those straight ahead, the one whose middle is nearest.
    const middle = Math.abs(from2 + to2 - low - high) / 200;
    const cost = start - end + aside * ASIDE + middle;
    if (cost < least) {
      least = cost;
      found = i;
    }
  }
  if (found >= 0 || direction === "left" || direction === "right") return found;
  return ofReading(boxes, direction === "up");
}
