import type { Drone } from "../../client/net/index.ts";
import type { Sighting } from "./witness.ts";

/**
 * What is wrong with somebody who is back; empty when they are who they were.
 * @param after as the witness sees them now, or null when they are not there
 * @param self as they see themselves
 */
export function differences(
  name: string,
  before: Sighting,
  after: Sighting | null,
  self: Pick<Drone, "slot" | "score" | "name"> | null,
): string[] {
  if (after === null) return [`${name} is back, but not in the state`];
  const complaints = [
    after.session !== before.session && `session ${before.session} became ${after.session}`,
    after.slot !== before.slot && `slot ${before.slot} became ${after.slot}`,
    self?.slot !== before.slot && `it believes to have slot ${self?.slot} instead of ${before.slot}`,
    after.score < before.score && `score ${before.score} fell to ${after.score}`,
    after.score !== after.killsTold && `score is ${after.score} after ${after.killsTold} kills`,
    self?.score !== after.score && `it believes to have score ${self?.score} instead of ${after.score}`,
    self?.name !== name && `it is called ${self?.name}`,
  ];
  return complaints.filter((text) => text !== false).map((text) => `${name}: ${text}`);
}
