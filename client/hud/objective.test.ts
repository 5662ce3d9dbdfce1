import { expect, test } from "vitest";
import { TeamId } from "../../shared/content/index.ts";
import type { Packet } from "../net/world.ts";
import { packetLines, zoneLine } from "./objective.ts";
import { drone } from "./testing.ts";

const packet = (over: Partial<Packet>): Packet => ({
  ...{ team: TeamId.azure, x: 0, y: 0, home: false, carrier: null, returnsIn: 0 },
  ...over,
});

test("a packet is at home, with somebody, or lies for so many seconds", () => {
  const drones = [drone(0), drone(4, { name: "Mira", team: TeamId.azure })];
  const packets = [packet({ home: true }), packet({ carrier: 4 }), packet({ returnsIn: 11.2 })];
  expect(packetLines({ packets, drones })).toEqual([
    { team: 1, at: "home" },
    { team: 1, at: "carried", carrier: { slot: 4, name: "Mira", self: false, team: 1 } },
    { team: 1, at: "dropped", seconds: 12 },
  ]);
});

test("a zone counts its last second as 1, and 0 means that it stays", () => {
  const zone = { x: 0, y: 0, radius: 90, holder: TeamId.none, contested: true, movesIn: 0.2 };
  expect(zoneLine({ zone })).toEqual({ holder: 0, contested: true, movesIn: 1 });
  expect(zoneLine({ zone: { ...zone, movesIn: 0 } })?.movesIn).toBe(0);
  expect(zoneLine({ zone: null })).toBeNull();
});
