import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type DevCopy, startDevCopy } from "../../tools/headless/index.ts";
import { openTab, play } from "./page.ts";

let dev: DevCopy;
let browser: Browser;

beforeAll(async () => {
  dev = await startDevCopy({ ARENA: "range", FILL: "0" });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  dev.stop();
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

    const right = await page.evaluate(() => window.__crosswire!.world.self!.x < 512);
    await page.keyboard.down(right ? "KeyD" : "KeyA");
    await page.waitForTimeout(1000);
    const { corrections } = await page.evaluate(() => window.__crosswire!.world.link);
    const speed = await page.evaluate(async () => {
      const { world } = window.__crosswire!;
      const from = { x: world.self!.x, at: performance.now() };
      await new Promise((resolve) => setTimeout(resolve, 600));
      return (Math.abs(world.self!.x - from.x) * 1000) / (performance.now() - from.at);
    });
    await page.keyboard.up(right ? "KeyD" : "KeyA");
    // Slow frames may only make it slower than the rule, never faster; the old rule would show 256.
    expect(speed).toBeGreaterThan(60);
    expect(speed).toBeLessThan(200);
    expect(await page.evaluate(() => window.__crosswire!.world.link.corrections)).toBe(corrections);
    await tab.close();
  });
});
