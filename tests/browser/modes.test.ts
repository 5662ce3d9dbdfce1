/** Every mode from its warm-up to its podium in the browser, and by the players' vote into the next one. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MODES, modeOf } from "../../shared/content/index.ts";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { fightUntil, openTab, play, SMALL } from "./page.ts";

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({
    ...{ ARENA: "gates,courtyard", MODES: "all", SEED: "2", BOT_SKILL: "0.5" },
    ...{ WARMUP_SECONDS: "1", COUNTDOWN_SECONDS: "2", ROUND_SECONDS: "7" },
    ...{ OVERTIME_SECONDS: "1", RESULT_SECONDS: "3", VOTE_SECONDS: "30" },
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe("the modes in the browser", () => {
  it("are each played to the end, voted for and followed by the next", async () => {
    const tab = await openTab(browser, server.endpoint, SMALL);
    const { page } = tab;
    const round = () => page.evaluate(() => ({ ...window.__crosswire!.world.round }));
    const arena = () => page.evaluate(() => window.__crosswire!.world.arena.name);
    const phaseIs = (phase: string) =>
      page.waitForFunction((wanted) => window.__crosswire!.world.round.phase === wanted, phase, {
        timeout: 60_000,
      });
    await play(tab, "Mira");
    const played = new Set<string>();
    const maps = new Set<string>();
    // Each round is voted into a mode that was not played yet; on a slow machine a round may go by unnoticed.
    for (let i = 0; played.size < MODES.length && i < 2 * MODES.length; i++) {
      await phaseIs("live");
      const { mode, number } = await round();
      const { key, name, teams, goal } = modeOf(mode);
      const map = await arena();
      played.add(key);
      await page.getByText(name).first().waitFor({ timeout: 15_000 });
      expect((await round()).goal).toBe(goal);
      const sides = await page.evaluate(() => window.__crosswire!.world.drones.map(({ team }) => team));
      expect(new Set(sides)).toEqual(new Set(teams ? [1, 2] : [0]));
      const objects = await page.evaluate(() => ({
        zone: window.__crosswire!.world.zone !== null,
        packets: window.__crosswire!.world.packets.length,
      }));
      expect(objects).toEqual({ zone: key === "uplink", packets: key === "courier" ? 2 : 0 });
      await page.waitForTimeout(1500);
      await tab.picture(`mode-${key}`);
      await fightUntil(tab, async () => !["live", "overtime"].includes((await round()).phase));

      await phaseIs("podium");
      await page
        .getByRole("heading", { name: /wins? the round|Nobody|Draw/i })
        .first()
        .waitFor({ timeout: 15_000 });
      await page.waitForFunction(() => window.__crosswire!.world.records?.final === true, undefined, {
        timeout: 15_000,
      });
      await page.getByRole("row", { name: /Mira/ }).first().waitFor({ timeout: 15_000 });
      await tab.picture(`podium-${key}`);

      await phaseIs("vote");
      const { choices } = await round();
      const fresh = choices.findIndex((choice) => !played.has(modeOf(choice.mode).key));
      const wanted = Math.max(0, fresh);
      await page.locator(".ballot button").nth(wanted).click();
      await page.waitForFunction(
        (index) => window.__crosswire!.world.round.choices[index]?.votes === 1,
        wanted,
        { timeout: 15_000 },
      );
      await tab.picture(`vote-${key}`);
      await page.waitForFunction((before) => window.__crosswire!.world.round.number > before, number, {
        timeout: 15_000,
      });
      await page.waitForFunction(
        (name) => window.__crosswire!.world.arena.name === name,
        choices[wanted]!.arena,
        { timeout: 15_000 },
      );
      expect((await round()).mode).toBe(choices[wanted]!.mode);
      maps.add(map).add(choices[wanted]!.arena);
    }
    // A ballot offers every other mode, but not each of them on the other map.
    expect(maps.size).toBe(2);
    expect(played).toEqual(new Set(MODES.map(({ key }) => key)));
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
