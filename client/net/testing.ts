/** A drone for tests, as the client knows it. */
import type { Drone } from "./world.ts";

/** A drone of somebody else, alive and in nobody's team. */
export function aDrone(changes: Partial<Drone> = {}): Drone {
  return {
    slot: 1,
    self: false,
    name: "Drone",
    bot: false,
    connected: true,
    seen: true,
    x: 0,
    y: 0,
    aim: 0,
    alive: true,
    protected: false,
    dashing: false,
    team: 0,
    health: 100,
    plating: 0,
    overclocked: false,
    charge: 0,
    laden: false,
    weapon: 0,
    kills: 0,
    deaths: 0,
    assists: 0,
    captures: 0,
    score: 0,
    ping: 0,
    ...changes,
  };
}
