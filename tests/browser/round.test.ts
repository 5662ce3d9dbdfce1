import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { fightUntil, openTab, PHONE, play } from "./page.ts";

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({
    ROUND_SECONDS: "60",
    RESULT_SECONDS: "8",
    BOT_SKILL: "1",
    FILL: "10",
    SEED: "5",
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe("a round against bots in the browser", () => {
  it("is played with keyboard and mouse from the menu to the result and into the next round", async () => {
    const tab = await openTab(browser, server.endpoint);
    const { page } = tab;
    await tab.picture("menu");
    await play(tab, "Mira");
    const phase = () => page.evaluate(() => window.__crosswire?.world.round.phase);
    const alive = () => page.evaluate(() => window.__crosswire?.world.self?.alive === true);
    const start = await page.evaluate(() => ({ ...window.__crosswire!.world.self! }));
    const round = await page.evaluate(() => window.__crosswire!.world.round.number);
    expect(start.name).toBe("Mira");
    expect(await page.evaluate(() => window.__crosswire!.world.drones.length)).toBe(10);

    await page.waitForTimeout(1200);
    await tab.picture("play");
    // Whoever aims past the score shoots, and does not read it.
    await page.mouse.click(640, 30);
    expect(await page.locator(".scoreboard").count()).toBe(0);
    const fightingEnds = performance.now() + 8000;
    await fightUntil(tab, async () => !(await alive()) || performance.now() > fightingEnds);
    // Whoever stands still among good bots does not stand for long.
    await page.waitForFunction(() => window.__crosswire!.world.self!.alive === false, undefined, {
      timeout: 90_000,
    });
    await page.locator(".cause", { hasText: "Destroyed by" }).waitFor();
    await tab.picture("death");
    await fightUntil(tab, async () => (await phase()) === "podium");
    const end = await page.evaluate(() => ({ ...window.__crosswire!.world.self! }));
    expect(end.deaths).toBeGreaterThan(0);
    expect(Math.hypot(end.x - start.x, end.y - start.y)).toBeGreaterThan(0);

    await page.getByRole("heading", { name: /wins? the round/ }).waitFor({ timeout: 3000 });
    await tab.picture("result");
    await page.waitForFunction((before) => window.__crosswire!.world.round.number > before, round, {
      timeout: 20_000,
    });
    expect(await phase()).toBe("live");
    expect(await page.evaluate(() => window.__crosswire!.world.self!.score)).toBe(0);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it("is played on a phone with two thumbs", async () => {
    const tab = await openTab(browser, server.endpoint, PHONE);
    const { page } = tab;
    await tab.picture("phone-menu");
    await page.getByLabel("Nickname").fill("Thumbs");
    await page.getByRole("button", { name: "Play" }).tap();
    await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, {
      timeout: 30_000,
    });
    const cdp = await page.context().newCDPSession(page);
    const thumbs = (
      type: "touchStart" | "touchMove" | "touchEnd",
      points: { x: number; y: number; id: number }[],
    ) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    const before = await page.evaluate(() => ({
      x: window.__crosswire!.world.self!.x,
      y: window.__crosswire!.world.self!.y,
    }));
    await page.evaluate(() => {
      window.__crosswire!.session.onEvent((event) => {
        if (event.type === "shot" && event.own) document.body.dataset.shots = "some";
      });
    });
    await thumbs("touchStart", [
      { x: 130, y: 260, id: 1 },
      { x: 660, y: 240, id: 2 },
    ]);
    for (const step of [1, 2, 3, 4, 5, 6]) {
      await thumbs("touchMove", [
        { x: 130 + step * 8, y: 260 - step * 6, id: 1 },
        { x: 660 - step * 10, y: 240 - step * 4, id: 2 },
      ]);
      await page.waitForTimeout(150);
    }
    await tab.picture("phone-play");
    await page.waitForTimeout(500);
    await thumbs("touchEnd", []);
    const after = await page.evaluate(() => ({
      x: window.__crosswire!.world.self!.x,
      y: window.__crosswire!.world.self!.y,
    }));
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeGreaterThan(20);
    expect(await page.evaluate(() => document.body.dataset.shots)).toBe("some");
    // No stick is stuck: once the thumbs are gone, the drone comes to rest.
    let last = Number.NaN;
    await expect
      .poll(
        async () => {
          const before = last;
          last = await page.evaluate(() => window.__crosswire!.world.self!.x);
          return Math.abs(last - before);
        },
        { interval: 400, timeout: 8000 },
      )
      .toBe(0);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
