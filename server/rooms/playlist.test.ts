import { expect, test } from "vitest";
import type { Arena } from "../../shared/arena/index.ts";
import type { ModeKey } from "../../shared/content/index.ts";
import { modesOf, narrowed } from "./playlist.ts";

const arena = (name: string, ...modes: ModeKey[]): Arena => ({ name, modes }) as unknown as Arena;

const ALL: ModeKey[] = ["courier", "ffa", "tdm", "uplink"];
const HALLS = [arena("small", "ffa"), arena("large", "tdm", "ffa"), arena("zoned", "uplink")];

test("a mode for which there is no map is not offered", () => {
  expect(modesOf({ arenas: HALLS, modes: ALL })).toEqual(["ffa", "tdm", "uplink"]);
  expect(modesOf({ arenas: HALLS, modes: ["tdm"] })).toEqual(["tdm"]);
});

test("one mode is played on the maps that are made for it", () => {
  const { arenas, modes } = narrowed({ arenas: HALLS, modes: ALL }, "ffa");
  expect(modes).toEqual(["ffa"]);
  expect(arenas.map(({ name }) => name)).toEqual(["small", "large"]);
});

test("what is no mode that is played changes nothing", () => {
  const all = { arenas: HALLS, modes: ALL };
  for (const wanted of ["any", "courier", "toString", ""]) expect(narrowed(all, wanted)).toBe(all);
});
