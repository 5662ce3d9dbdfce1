import type { Browser, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type DevCopy, startDevCopy } from "../../tools/headless/index.ts";
import { openTab, play } from "./page.ts";

let dev: DevCopy;
let browser: Browser;

// A copy for each try: the edit of one is not undone.
beforeEach(async () => {
  dev = await startDevCopy({ ARENA: "range", FILL: "0" });
  browser = await launchChromium();
});

afterEach(async () => {
  await browser.close();
  dev.stop();
});

/** Speed of the own drone along the x axis as it is drawn, in px/s. */
const drawnSpeed = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { world } = window.__crosswire!;
    const from = { x: world.self!.x, at: performance.now() };
    await new Promise((resolve) => setTimeout(resolve, 400));
    return (Math.abs(world.self!.x - from.x) * 1000) / (performance.now() - from.at);
  });

describe("npm run dev in the browser", () => {
  it("an edit of a shared rule reloads the page into the same seat, and both sides play by the new rule", async () => {
    const tab = await openTab(browser, dev.endpoint, { viewport: { width: 640, height: 360 } });
    const { page } = tab;
    await play(tab, "Mira");
    const seat = () =>
      page.evaluate(() => {
        const self = window.__crosswire?.world.self;
        return { began: performance.timeOrigin, slot: self?.slot, name: self?.name };
      });
    const before = await seat();
    dev.edit("shared/content/drone.ts", "speed: 256", "speed: 150");
    await page.waitForFunction((began) => performance.timeOrigin > began, before.began, { timeout: 20_000 });
    await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, {
      timeout: 20_000,
    });
    expect(await seat()).toMatchObject({ slot: before.slot, name: "Mira" });

    // To and fro, past any wall; slow frames may only make it slower than the rule, never faster.
    let fastest = 0;
    let corrections = 0;
    for (let i = 0; i < 20 && fastest < 120; i++) {
      const key = i % 2 === 0 ? "KeyD" : "KeyA";
      await page.keyboard.down(key);
      const before = await page.evaluate(() => window.__crosswire!.world.link.corrections);
      await page.waitForTimeout(300);
      const speed = await drawnSpeed(page);
      await page.keyboard.up(key);
      if (speed < fastest) continue;
      fastest = speed;
      corrections = (await page.evaluate(() => window.__crosswire!.world.link.corrections)) - before;
    }
    // The old rule would show 256.
    expect(fastest).toBeGreaterThan(120);
    expect(fastest).toBeLessThan(200);
    // With the old rule on one side, each patch would correct.
    expect(corrections).toBeLessThan(4);
    await tab.close();
  });
});
