import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTiled } from "../../shared/arena/index.ts";
import { themeOf } from "./themes.ts";

const MAPS = new URL("../../assets/maps/", import.meta.url);
const LISTED = readdirSync(MAPS)
  .filter((file) => file.endsWith(".tmj"))
  .map((file) => readTiled(file.slice(0, -4), JSON.parse(readFileSync(new URL(file, MAPS), "utf8"))))
  .filter(({ listed }) => listed)
  .map(({ name }) => name);

/** Red, green and blue, 0..255. */
function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

/** Relative lightness as people see it, 0..1, near enough. */
function lightness(colour: string): number {
  const [red, green, blue] = channels(colour);
  return (red * 0.3 + green * 0.59 + blue * 0.11) / 255;
}

describe("the themes of the halls", () => {
  it("give each listed map a floor and a hue of its own", () => {
    expect(LISTED).toHaveLength(5);
    const themes = LISTED.map(themeOf);
    expect(new Set(themes.map(({ motif }) => motif)).size).toBe(LISTED.length);
    expect(new Set(themes.map(({ floor }) => floor)).size).toBe(LISTED.length);
  });

  it.each(LISTED)("keep %s as light as the others, and not warm", (name) => {
    const { floor, wall, wallEdge } = themeOf(name);
    expect(lightness(floor)).toBeGreaterThan(0.36);
    expect(lightness(floor)).toBeLessThan(0.46);
    expect(lightness(wall)).toBeGreaterThan(lightness(floor) + 0.08);
    expect(lightness(wallEdge)).toBeGreaterThan(lightness(wall) + 0.2);
    const [red, green, blue] = channels(floor);
    expect(red).toBeLessThanOrEqual(Math.max(green, blue));
  });

  it("do not leave an unknown map without one", () => {
    expect(themeOf("nowhere")).toBe(themeOf("foundry"));
  });
});
