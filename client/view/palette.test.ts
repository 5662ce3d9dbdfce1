import { expect, test } from "vitest";
import { TEAMS } from "../../shared/content/index.ts";
import { OWN_COLOUR, playerLook } from "./palette.ts";

/** As many as the looks can keep apart. */
const SLOTS = Array.from({ length: 24 }, (_, slot) => slot);

test("24 slots look different from each other, by colour or by shape", () => {
  const looks = SLOTS.map((slot) => `${playerLook(slot, false).colour} ${playerLook(slot, false).shape}`);
  expect(new Set(looks).size).toBe(SLOTS.length);
});

test("slots next to each other differ in both, so that neither colour nor shape alone is needed", () => {
  for (const slot of SLOTS.slice(1)) {
    const a = playerLook(slot - 1, false);
    const b = playerLook(slot, false);
    expect(b.colour).not.toBe(a.colour);
    expect(b.shape).not.toBe(a.shape);
  }
});

test("yellow is you and nobody else, and your shape is the one that others see", () => {
  for (const slot of SLOTS) {
    expect(playerLook(slot, true).colour).toBe(OWN_COLOUR);
    expect(playerLook(slot, false).colour).not.toBe(OWN_COLOUR);
    expect(playerLook(slot, true).shape).toBe(playerLook(slot, false).shape);
  }
});

test("a slot beyond the looks still has one", () => {
  expect(playerLook(255, false).colour).toMatch(/^#[0-9a-f]{6}$/);
});

test("the teams have the colours that the content gives them", () => {
  for (const team of TEAMS) expect(playerLook(0, false, team.id).colour).toBe(team.colour);
});

test("a team has one colour and one shape, and another team has neither of them", () => {
  for (const team of TEAMS) {
    for (const slot of SLOTS) expect(playerLook(slot, false, team.id)).toEqual(playerLook(0, false, team.id));
  }
  const [azure, ember] = TEAMS.map((team) => playerLook(0, false, team.id));
  expect(azure!.colour).not.toBe(ember!.colour);
  expect(azure!.shape).not.toBe(ember!.shape);
});

test("you are yellow in a team as well, in the shape of your team", () => {
  for (const team of TEAMS) {
    expect(playerLook(3, true, team.id)).toEqual({ colour: OWN_COLOUR, shape: team.shape });
  }
});
