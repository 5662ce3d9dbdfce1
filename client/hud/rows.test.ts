import { expect, test } from "vitest";
import { TeamId } from "../../shared/content/index.ts";
import { placeInRows, rowsOf } from "./rows.ts";
import { drone, record } from "./testing.ts";

const { azure, ember } = TeamId;

test("without teams the best stands first", () => {
  const drones = [drone(0, { score: 1 }), drone(1, { score: 4 }), drone(2, { score: 4, deaths: 2 })];
  const rows = rowsOf({ drones, records: null });
  expect(rows.map(({ who }) => who.slot)).toEqual([1, 2, 0]);
  expect(rows.map((row) => placeInRows(rows, row))).toEqual([1, 2, 3]);
});

test("teams keep together, and places count within them", () => {
  const drones = [
    drone(0, { team: ember, score: 9 }),
    drone(1, { team: azure, score: 2 }),
    drone(2, { team: azure, score: 5 }),
    drone(3, { team: ember, score: 9 }),
  ];
  const rows = rowsOf({ drones, records: null });
  expect(rows.map(({ who }) => who.slot)).toEqual([2, 1, 0, 3]);
  expect(rows.map((row) => placeInRows(rows, row))).toEqual([1, 2, 1, 1]);
});

test("records of a running round join the rows, whose numbers stay those of the moment", () => {
  const drones = [drone(0, { kills: 3 })];
  const [row] = rowsOf({
    drones,
    records: { final: false, players: [record(0, { kills: 2, damage: 120 })] },
  });
  expect([row?.kills, row?.record?.damage]).toEqual([3, 120]);
});

test("the final record stands still, with those who have left and without those who came after", () => {
  const drones = [drone(0, { score: 0 }), drone(7, { score: 0 })];
  const players = [record(0, { score: 8 }), record(1, { score: 9, name: "Odo" })];
  const rows = rowsOf({ drones, records: { final: true, players } });
  expect(rows.map(({ who, score }) => [who.name, who.self, score])).toEqual([
    ["Odo", false, 9],
    ["Player 0", true, 8],
  ]);
});
