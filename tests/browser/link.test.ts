import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { type Link, openLink } from "../../tools/netlab/netlab.ts";
import { openTab, play, SMALL } from "./page.ts";

let server: RunningServer;
let link: Link;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "2", BOT_SKILL: "0", HOLD_SECONDS: "15" });
  link = await openLink(server.port, { delayMs: 100 });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await link.close();
  await server.stop();
});

describe("200 ms away from the server", () => {
  it("the own drone moves on the frame after the key, and prediction never disagrees with authority", async () => {
    const tab = await openTab(browser, link.endpoint, SMALL);
    const other = await openTab(browser, link.endpoint, SMALL);
    const { page } = tab;
    await play(tab, "Mira");
    await play(other, "Odo");
    await page.bringToFront();
    await page.waitForFunction(() => window.__crosswire!.world.link.rttMs > 200);
    await page.evaluate(() => {
      window.addEventListener(
        "keydown",
        () => {
          const { world } = window.__crosswire!;
          const from = world.self!.x;
          let frames = 0;
          requestAnimationFrame(function look() {
            frames += 1;
            if (world.self!.x === from) requestAnimationFrame(look);
            else document.body.dataset.frames = String(frames);
          });
        },
        { once: true },
      );
    });
    const right = await page.evaluate(() => window.__crosswire!.world.self!.x < 512);
    const before = await page.evaluate(() => window.__crosswire!.world.link.corrections);
    await page.keyboard.down(right ? "KeyD" : "KeyA");
    await page.waitForFunction(() => document.body.dataset.frames !== undefined);
    const frames = Number(await page.evaluate(() => document.body.dataset.frames));
    await page.waitForTimeout(1500);
    await page.keyboard.up(right ? "KeyD" : "KeyA");
    const { corrections: all, rttMs } = await page.evaluate(() => window.__crosswire!.world.link);
    const corrections = all - before;
    console.log(
      `link: moved after ${frames} frames, ${corrections} corrections, round trip ${rttMs.toFixed(0)} ms`,
    );
    // The first frame after the key samples it; what is drawn lies between the last two steps, so it may show one later.
    expect(frames).toBeLessThanOrEqual(2);
    expect(corrections).toBe(0);
    expect([...tab.complaints, ...other.complaints]).toEqual([]);
    await other.close();
    await tab.close();
  });

  it("a cut of 3 s shows an overlay and leads back to the same seat", async () => {
    const tab = await openTab(browser, link.endpoint, SMALL);
    const { page } = tab;
    await play(tab, "Mira");
    const slot = await page.evaluate(() => window.__crosswire!.world.self!.slot);
    link.cut();
    await page.getByText(/returning to your seat/i).waitFor({ timeout: 5000 });
    await tab.picture("reconnecting");
    await page.waitForTimeout(2000);
    link.restore();
    await page.waitForFunction(() => window.__crosswire?.status.at === "playing", undefined, {
      timeout: 5000,
    });
    await page.getByText(/returning to your seat/i).waitFor({ state: "hidden", timeout: 3000 });
    expect(await page.evaluate(() => window.__crosswire!.world.self!.slot)).toBe(slot);
    await tab.close();
  });

  it("a reload of the page comes back to the same seat", async () => {
    const tab = await openTab(browser, link.endpoint, SMALL);
    const { page } = tab;
    await play(tab, "Mira");
    const { slot } = await page.evaluate(() => ({ slot: window.__crosswire!.world.self!.slot }));
    await page.reload();
    await page.waitForFunction(() => window.__crosswire?.world.self?.name === "Mira", undefined, {
      timeout: 15_000,
    });
    expect(await page.evaluate(() => window.__crosswire!.world.self!.slot)).toBe(slot);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it("a server that is gone for good is said plainly, with a way to the menu", async () => {
    const mortal = await startServer({ ARENA: "range", FILL: "0" });
    const tab = await openTab(browser, mortal.endpoint, SMALL);
    const { page } = tab;
    await play(tab, "Mira");
    await mortal.stop();
    await page.getByText("The server is restarting.").waitFor({ timeout: 5000 });
    await tab.picture("closed");
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByText("The server cannot be reached.").waitFor({ timeout: 10_000 });
    await tab.close();
  });
});
