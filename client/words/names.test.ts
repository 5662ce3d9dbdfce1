import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { readTiled } from "../../shared/arena/index.ts";
import { TeamId } from "../../shared/content/index.ts";
import { speak } from "./language.ts";
import { arenaIdea, arenaTitle, teamName } from "./names.ts";
import { voice } from "./words.ts";

const MAPS = new URL("../../assets/maps/", import.meta.url);

beforeAll(() => speak("en"));

const listed = readdirSync(MAPS)
  .filter((file) => file.endsWith(".tmj"))
  .map((file) => readTiled(file.slice(0, -4), JSON.parse(readFileSync(new URL(file, MAPS), "utf8"))))
  .filter((arena) => arena.listed);

test.each(listed)("the words have the card of $name as its map has it", (arena) => {
  expect(voice.value.read(`arena.${arena.name}`, 0)).toEqual([arena.title]);
  expect(voice.value.read(`idea.${arena.name}`, 0)).toEqual([arena.idea]);
  expect([arenaTitle(arena), arenaIdea(arena)]).toEqual([arena.title, arena.idea]);
});

test("a map without words is called as it calls itself", () => {
  const card = { name: "cellar", title: "The cellar", idea: "Dark." };
  expect([arenaTitle(card), arenaIdea(card)]).toEqual(["The cellar", "Dark."]);
});

test("a team is called by its name, and none by nothing", () => {
  expect([teamName(TeamId.azure), teamName(TeamId.none)]).toEqual(["Azure", ""]);
});
