/** Players of the world as the HUD names them. */
import type { World } from "../net/index.ts";
import type { Person } from "./feed.ts";

/** The player of a slot; one who has left keeps a place but no name. */
export function personOf(world: Pick<World, "drones">, slot: number): Person {
  const drone = world.drones.find((one) => one.slot === slot);
  return { slot, name: drone?.name ?? "?", self: drone?.self ?? false, team: drone?.team ?? 0 };
}
