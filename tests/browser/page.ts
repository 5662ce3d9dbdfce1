import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";

/** Where a run leaves its pictures, to be looked at. */
export const PICTURES = fileURLToPath(new URL("../../artifacts/screens/", import.meta.url));

/**
 * No player ever meets these: software rendering reads pixels back for each picture, and a service worker is not taken
 * from a server with a certificate of the test's own making.
 */
export const HARMLESS =
  /GPU stall due to ReadPixels|GroupMarkerNotSet|WebGL.*software|error occurred when fetching the script/i;

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 720 } };
/** A small window: software rendering then keeps up with the screen. */
export const SMALL: BrowserContextOptions = { viewport: { width: 640, height: 360 } };
export const PHONE: BrowserContextOptions = {
  viewport: { width: 812, height: 375 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** The same window with as little drawn as can be, for tests that look at other things; a reload keeps it so. */
export function lightly(options: BrowserContextOptions, endpoint: string): BrowserContextOptions {
  const value = JSON.stringify({ crosswire: 1, video: { quality: "low" } });
  const localStorage = [{ name: "crosswire.settings", value }];
  return { ...options, storageState: { cookies: [], origins: [{ origin: endpoint, localStorage }] } };
}

/** One player's browser. */
export interface Tab {
  readonly page: Page;
  /** Errors and warnings of the console and the page so far. */
  readonly complaints: string[];
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** As little drawn as can be, for tests that look at other things: without graphics, pixels take all the time. */
const LIGHT = "?probe&gfx=low";
/** Opens the game's page; nobody has pressed Play yet. Ends with the test, so that one that fails leaves no player behind. */
export async function openTab(
  browser: Browser,
  endpoint: string,
  options: BrowserContextOptions = DESKTOP,
): Promise<Tab> {
  const context = await browser.newContext(options);
  // Outside of a test it serves all of them.
  if (expect.getState().currentTestName !== undefined) onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const said = `${message.type()}: ${message.text()}`;
    if ((message.type() === "error" || message.type() === "warning") && !HARMLESS.test(said))
      complaints.push(said);
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  await page.goto(`${endpoint}/${LIGHT}`);
  await page.getByRole("button", { name: "Play" }).waitFor();
  return {
    page,
    complaints,
    async picture(name) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: `${PICTURES}${name}.png` });
    },
    close: () => context.close(),
  };
}

/** Types a name, presses Enter and waits until the own drone is in play. */
export async function play(tab: Tab, name: string): Promise<void> {
  const { page } = tab;
  await page.getByLabel("Nickname").fill(name);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, {
    timeout: 30_000,
  });
}

/**
 * Takes down what dialogs say from now on. Some of it stands there for a quarter of a second only, and whoever asks the
 * page now and then may miss it.
 * @returns asks for what was said so far
 */
export async function takeDown(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told = new Set<string>();
    Object.assign(window, { told });
    new MutationObserver(() => {
      for (const dialog of document.querySelectorAll("dialog")) told.add(dialog.textContent ?? "");
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => [...((window as Window & { told?: Set<string> }).told ?? [])]);
}

/** Where the nearest other drone in play is, seen from the own one in px of the world; null when there is none. */
export function nearestEnemy(page: Page): Promise<{ dx: number; dy: number } | null> {
  return page.evaluate(() => {
    const world = window.__crosswire?.world;
    const self = world?.self;
    if (world === undefined || self === undefined || self === null) return null;
    let nearest: { dx: number; dy: number } | null = null;
    for (const drone of world.drones) {
      if (drone.self || !drone.alive) continue;
      const [dx, dy] = [drone.x - self.x, drone.y - self.y];
      if (nearest === null || Math.hypot(dx, dy) < Math.hypot(nearest.dx, nearest.dy)) nearest = { dx, dy };
    }
    return nearest;
  });
}

/** Runs about, turns the mouse to the nearest enemy and holds the trigger until a moment comes. */
export async function fightUntil(tab: Tab, over: () => Promise<boolean>): Promise<void> {
  const { page } = tab;
  const keys = ["KeyW", "KeyD", "KeyS", "KeyA"] as const;
  const { width, height } = page.viewportSize()!;
  const reach = height / 3;
  await page.mouse.move(width / 2 + reach, height / 2 - reach);
  await page.mouse.down();
  for (let i = 0; !(await over()); i++) {
    const key = keys[Math.floor(i / 4) % keys.length]!;
    await page.keyboard.down(key);
    const enemy = await nearestEnemy(page);
    if (enemy !== null) {
      const length = Math.hypot(enemy.dx, enemy.dy) || 1;
      await page.mouse.move(
        width / 2 + (enemy.dx / length) * reach,
        height / 2 + (enemy.dy / length) * reach,
      );
    }
    if (i % 9 === 0) await page.keyboard.press("Space");
    await page.waitForTimeout(150);
    await page.keyboard.up(key);
  }
  await page.mouse.up();
}
