import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { type Link, openLink } from "../../tools/netlab/netlab.ts";
import { openTab, PHONE, play, type Tab } from "./page.ts";

/** Not large: software rendering then keeps up with the screen. */
const WINDOW = { viewport: { width: 960, height: 540 } };
/** One px of the screen for each of the page: software rendering has enough to do. */
const LYING = { ...PHONE, deviceScaleFactor: 1 };
const UPRIGHT = { ...LYING, viewport: { width: 390, height: 844 } };

let server: RunningServer;
let link: Link;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "2", BOT_SKILL: "0", SEED: "7" });
  link = await openLink(server.port, { delayMs: 40 });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await link.close();
  await server.stop();
});

/** A line of the figures, such as "Patch interval 33 ms", as it is from now on: a busy machine takes its time. */
const figure = (page: Page, name: string) =>
  expect.poll(
    async () => {
      const line = page.locator(".figures div").filter({ has: page.getByText(name, { exact: true }) });
      return Number.parseFloat((await line.locator("dd").textContent()) ?? "");
    },
    { timeout: 20_000 },
  );

/** Whether something is drawn on each of the graphs. */
const drawn = (page: Page): Promise<boolean[]> =>
  page.locator(".plot canvas").evaluateAll((all) =>
    (all as HTMLCanvasElement[]).map((canvas) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    }),
  );

describe("the net graph", () => {
  it("shows more with each press of its key, and nothing after the last", async () => {
    const tab = await openTab(browser, link.endpoint, WINDOW);
    const { page } = tab;
    await play(tab, "Mira");
    await page.getByText("±").waitFor({ state: "detached" });
    await page.keyboard.press("KeyN");
    await page.getByText("±").waitFor();
    await page.keyboard.press("KeyN");
    await figure(page, "Patch interval").toBeGreaterThan(20);
    await figure(page, "Server ticks").toBeGreaterThan(40);
    await figure(page, "In").toBeGreaterThan(0);
    await figure(page, "Out").toBeGreaterThan(0);
    await figure(page, "Frames").toBeGreaterThan(0);
    await page.keyboard.press("KeyN");
    await page.waitForTimeout(1500);
    // The last one is of corrections, of which there are few or none on a link like this.
    expect((await drawn(page)).slice(0, 4)).toEqual([true, true, true, true]);
    await tab.picture("net-graph");
    await page.keyboard.press("KeyN");
    await page.locator(".net-graph").waitFor({ state: "detached" });
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it("a stall is told by an icon and a line, which goes when it is over", async () => {
    const tab = await openTab(browser, link.endpoint, WINDOW);
    const { page } = tab;
    await play(tab, "Mira");
    const warning = page.locator(".link-warning", { hasText: "Nothing comes from the server" });
    link.stall(1200);
    await warning.waitFor({ timeout: 3000 });
    await tab.picture("stall");
    await warning.waitFor({ state: "detached", timeout: 8000 });
    await tab.close();
  });

  it("on a phone a tap on the ping shows it, and the pause has the same", async () => {
    for (const [name, options] of [
      ["phone", LYING],
      ["upright", UPRIGHT],
    ] as const) {
      const tab = await openTab(browser, link.endpoint, options);
      const { page } = tab;
      await page.getByRole("button", { name: "Play" }).tap();
      await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true);
      for (let taps = 0; taps < 3; taps++) await page.locator(".ping").tap();
      await page.waitForTimeout(1500);
      await tab.picture(`net-graph-${name}`);
      await page.locator(".pause-button").tap();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: "Show: graphs" }).tap();
      await dialog.getByRole("button", { name: "Show: ping", exact: true }).waitFor();
      await tab.picture(`pause-${name}`);
      expect(await page.locator(".net-graph").count()).toBe(0);
      expect(tab.complaints).toEqual([]);
      await tab.close();
    }
  });
});

describe("the report", () => {
  /** Plays for a moment and copies the report from the pause. */
  async function copied(tab: Tab): Promise<Page> {
    const { page } = tab;
    await play(tab, "Zebedee");
    await page.waitForTimeout(1500);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Copy report" }).click();
    return page;
  }

  it("goes into the clipboard and names nobody", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const tab = await openTab(browser, link.endpoint, { ...WINDOW, permissions });
    const page = await copied(tab);
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const report = JSON.parse(text);
    expect(report.rows.length).toBeGreaterThan(5);
    expect(report.userAgent).toContain("Chrom");
    expect(report.build).toMatch(/^[0-9a-f]{16}$/);
    expect(report.happened[0].says).toBe("playing");
    const names = await page.evaluate(() => window.__crosswire!.world.drones.map(({ name }) => name));
    expect(names).toContain("Zebedee");
    for (const name of names) expect(text).not.toContain(name);
    await tab.close();
  });

  it("is saved as a file where the clipboard is not to be had", async () => {
    const tab = await openTab(browser, link.endpoint, WINDOW);
    await tab.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    const download = tab.page.waitForEvent("download");
    const page = await copied(tab);
    expect((await download).suggestedFilename()).toBe("crosswire-report.json");
    await page.getByRole("button", { name: "Saved as a file" }).waitFor();
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
