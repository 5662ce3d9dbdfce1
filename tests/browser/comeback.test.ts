import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { startServer } from "../../tools/headless/index.ts";
import { openTab, play, SMALL, takeDown } from "./page.ts";

const SETTINGS = { ARENA: "range", FILL: "0" };

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

describe("a page whose server", () => {
  it("is killed lands in a new room by itself, and says what goes on meanwhile", async () => {
    const first = await startServer(SETTINGS);
    const tab = await openTab(browser, first.endpoint, SMALL);
    const { page } = tab;
    await play(tab, "Mira");
    const before = await page.evaluate(() => window.__crosswire!.session.roomId);
    const told = await takeDown(page);
    await first.stop("SIGKILL");
    await page.getByText(/returning to your seat/i).waitFor({ timeout: 10_000 });
    await tab.picture("comeback");
    const second = await startServer({ ...SETTINGS, PORT: String(first.port) });
    await page.waitForFunction(
      (room) => window.__crosswire?.status.at === "playing" && window.__crosswire.session.roomId !== room,
      before,
      { timeout: 20_000 },
    );
    await page.waitForFunction(() => window.__crosswire?.world.self?.name === "Mira");
    expect(await page.locator("dialog").count()).toBe(0);
    expect((await told()).join("\n")).toMatch(/taking you to a new match/i);
    await tab.close();
    await second.stop();
  });

  it("is told to stop shows how long the match still has", async () => {
    const server = await startServer({ ...SETTINGS, DRAIN_SECONDS: "20" });
    const tab = await openTab(browser, server.endpoint, SMALL);
    const { page } = tab;
    await play(tab, "Mira");
    server.process.kill("SIGTERM");
    await page.getByText(/this match ends in 1\d s/i).waitFor({ timeout: 10_000 });
    await tab.picture("closing");
    await tab.close();
    // The last player has left: nothing to wait for.
    expect(await server.stop("SIGTERM")).toBe(0);
  });

  it("has a new version is told so, and offers to load it", async () => {
    const server = await startServer(SETTINGS);
    const tab = await openTab(browser, server.endpoint, SMALL);
    const { page } = tab;
    // What a tab says that was loaded before the server was renewed.
    await page.route("**/matchmake/**", (route) => {
      const body = JSON.parse(route.request().postData() ?? "{}") as { build?: string };
      expect(body.build).toMatch(/^[0-9a-f]{16}$/);
      return route.continue({ postData: JSON.stringify({ ...body, build: "0123456789abcdef" }) });
    });
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByText("There is a new version of the game.").waitFor({ timeout: 10_000 });
    await tab.picture("new-version");
    await page.unroute("**/matchmake/**");
    const reloaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Reload the page" }).click();
    const fresh = await fetch(`${server.endpoint}/`);
    expect(fresh.headers.get("cache-control")).toBe("no-cache");
    await reloaded;
    await play(tab, "Mira");
    await tab.close();
    await server.stop();
  });
});
