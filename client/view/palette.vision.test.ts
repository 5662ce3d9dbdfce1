/** Every palette under every kind of colour vision, in numbers (docs/accessibility.md lists them). */
import { afterEach, describe, expect, test } from "vitest";
import { TeamId } from "../../shared/content/index.ts";
import { closest, contrast, distance, type Eye } from "../../tests/fixtures/colourVision.ts";
import { settings } from "../settings/index.ts";
import { OWN_COLOUR, playerLook, teamColour } from "./palette.ts";

type PaletteName = typeof settings.interface.palette.value;

/** What is behind the HUD, and the lightest floor of a lit hall. */
const NIGHT = "#0b0f15";

afterEach(() => {
  settings.interface.palette.value = "standard";
});

/** All colours of a palette, one's own first. */
function coloursOf(palette: PaletteName): string[] {
  settings.interface.palette.value = palette;
  const others = Array.from({ length: 6 }, (_, slot) => playerLook(slot, false).colour);
  return [playerLook(0, true).colour, ...others];
}

function teamsOf(palette: PaletteName): string[] {
  settings.interface.palette.value = palette;
  return [OWN_COLOUR, teamColour(TeamId.azure), teamColour(TeamId.ember)];
}

const EYES = ["normal", "protan", "deutan", "tritan"] as const satisfies readonly Eye[];
const SPECIAL = ["protan", "deutan", "tritan"] as const;

describe("colour vision as it is computed", () => {
  test("knows what those eyes mix up: red and green, or blue and green", () => {
    const [red, green] = ["#b04a00", "#7a7a00"];
    expect(distance(red, green, "deutan")).toBeLessThan(distance(red, green, "normal") / 2);
    expect(distance(red, green, "protan")).toBeLessThan(distance(red, green, "normal"));
    expect(distance("#0080ff", "#009a9a", "tritan")).toBeLessThan(
      distance("#0080ff", "#009a9a", "normal") / 1.5,
    );
    expect(distance(red, red, "tritan")).toBe(0);
  });
});

describe("the palette", () => {
  test.each(EYES)("for every eye can be told apart by a %s one", (eye) => {
    expect(closest(coloursOf("standard"), eye)).toBeGreaterThan(7);
    expect(closest(teamsOf("standard"), eye)).toBeGreaterThan(24);
  });

  test.each(SPECIAL)("for a %s eye is twice as clear to it, and no worse to others", (eye) => {
    const own = coloursOf(eye);
    expect(closest(own, eye)).toBeGreaterThan(19);
    expect(closest(own, eye)).toBeGreaterThan(2 * closest(coloursOf("standard"), eye));
    expect(closest(own, "normal")).toBeGreaterThan(closest(coloursOf("standard"), "normal"));
    expect(closest(teamsOf(eye), eye)).toBeGreaterThan(24);
  });

  test.each(["standard", ...SPECIAL] as const)(
    "%s stands out from the night, and leaves yellow to you",
    (name) => {
      const [own, ...others] = coloursOf(name);
      expect(own).toBe(OWN_COLOUR);
      // WCAG 1.4.11: 3 to 1 for what is no text.
      for (const colour of [OWN_COLOUR, ...others]) expect(contrast(colour, NIGHT)).toBeGreaterThan(3);
      expect(others).not.toContain(OWN_COLOUR);
      expect(new Set(others).size).toBe(6);
    },
  );

  test("changes with the settings, and gives the same object while it does not", () => {
    const before = playerLook(3, false);
    expect(playerLook(3, false)).toBe(before);
    settings.interface.palette.value = "tritan";
    expect(playerLook(3, false)).not.toBe(before);
    expect(playerLook(3, false).shape).toBe(before.shape);
  });
});
