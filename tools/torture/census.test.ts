import { expect, it } from "vitest";
import { type Census, leftovers } from "./census.ts";

const BARE: Census = {
  rss: 0,
  heapUsed: 0,
  external: 0,
  arrayBuffers: 0,
  cpuSeconds: 0,
  loopMaxMs: 0,
  loopP99Ms: 0,
  objects: { rooms: 0, views: 0, pacers: 0 },
  listedRooms: 0,
  clients: 0,
};

it("a census has nothing left over when it is as the first one", () => {
  expect(leftovers(BARE, BARE)).toEqual([]);
});

it("a census names each kind of thing that is left over", () => {
  const after = { ...BARE, objects: { rooms: 1, views: 0, pacers: 2 }, listedRooms: 1, clients: 3 };
  expect(leftovers(BARE, after)).toEqual([
    "1 rooms left over",
    "2 pacers left over",
    "1 rooms still listed",
    "3 clients still counted",
  ]);
});
