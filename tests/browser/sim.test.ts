import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadListedArenas } from "../../server/arenas.ts";
import { MODES } from "../../shared/content/index.ts";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type Fixture, leagueFixtures, pairingsOf } from "../../tools/sim/fixtures.ts";
import { playFixture } from "../../tools/sim/play.ts";
import type * as SimPage from "./simPage.ts";

declare const sim: typeof SimPage;

const ENTRY = fileURLToPath(new URL("simPage.ts", import.meta.url));
const ARENAS = loadListedArenas();
const PAIRINGS = pairingsOf(
  ARENAS,
  MODES.map(({ key }) => key),
);

/** The match as one script that leaves its functions in the global `sim`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: { write: false, lib: { entry: ENTRY, formats: ["iife"], name: "sim" } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !("output" in output)) throw new Error("Vite has built nothing");
  return output.output[0].code;
}

function mapOf({ arena }: Fixture): unknown {
  return JSON.parse(readFileSync(new URL(`../../assets/maps/${arena}.tmj`, import.meta.url), "utf8"));
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test("a match is the same in Node and in Chromium, tick by tick", async () => {
  // One map in each mode: fixtures go on to the next map and the next mode at once.
  const fixtures = leagueFixtures({ matches: MODES.length, seed: 7, liveS: 12 }, PAIRINGS, 0.5);
  expect(new Set(fixtures.map(({ mode }) => mode)).size).toBe(MODES.length);
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundle() });
  let deaths = 0;
  for (const fixture of fixtures) {
    const inChromium = await page.evaluate(
      ([fixture, map]) => sim.playFixture(fixture, sim.readTiled(fixture.arena, map)),
      [fixture, mapOf(fixture)] as const,
    );
    const inNode = playFixture(fixture, ARENAS.find(({ name }) => name === fixture.arena)!);
    expect(inNode.error).toBeNull();
    expect(inChromium).toEqual(inNode);
    deaths += inNode.deaths;
  }
  expect(deaths).toBeGreaterThan(0);
  await page.close();
});
