/** What the mode is about at this moment, in the words of the HUD. */
import type { World } from "../net/index.ts";
import type { Person } from "./feed.ts";
import { personOf } from "./person.ts";

/** Uplink: the zone that counts. */
export interface ZoneLine {
  /** `TeamId` of who holds it; 0 for nobody. */
  readonly holder: number;
  readonly contested: boolean;
  /** Whole seconds until another zone counts; 0 when none will. */
  readonly movesIn: number;
}

/** Courier: where a packet is. */
export type PacketLine =
  | { readonly team: number; readonly at: "home" }
  | { readonly team: number; readonly at: "carried"; readonly carrier: Person }
  /** `seconds` until it goes home by itself. */
  | { readonly team: number; readonly at: "dropped"; readonly seconds: number };

/** The zone, or null in a mode without one. */
export function zoneLine({ zone }: Pick<World, "zone">): ZoneLine | null {
  if (zone === null) return null;
  return { holder: zone.holder, contested: zone.contested, movesIn: Math.ceil(zone.movesIn) };
}

/** The packets in the order of their teams; none in a mode without them. */
export function packetLines(world: Pick<World, "packets" | "drones">): readonly PacketLine[] {
  return world.packets.map(({ team, carrier, home, returnsIn }): PacketLine => {
    if (carrier !== null) return { team, at: "carried", carrier: personOf(world, carrier) };
    return home ? { team, at: "home" } : { team, at: "dropped", seconds: Math.ceil(returnsIn) };
  });
}
