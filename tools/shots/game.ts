/** A browser in the running game that plays along with the bots, so that there is something to take a picture of. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startServer } from "../headless/index.ts";

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 720 } };
export const PHONE: BrowserContextOptions = {
  viewport: { width: 812, height: 375 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** Software rendering is slow to begin with, and slower beside other work. */
const PATIENCE_MS = 120_000;
/** ms between two changes of what the player does. */
const STRIDE_MS = 250;
const KEYS = ["KeyW", "KeyD", "KeyS", "KeyA"] as const;

/** How a game is to be, to be looked at. */
export interface Setting {
  /** Environment of the server (README), over a dozen bots that play well. */
  readonly server?: Readonly<Record<string, string>>;
  readonly browser?: BrowserContextOptions;
  /** What the player has set, area by area, as it is remembered. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Opens the game's page on a server of its own, hands it over, and closes both. */
export async function withPage(
  browser: Browser,
  { server: environment, browser: options = DESKTOP, settings }: Setting,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const server = await startServer({ FILL: "12", SEED: "21", BOT_SKILL: "0.6", ...environment });
  const context = await browser.newContext(options);
  try {
    await context.addInitScript(
      (remembered) => {
        if (remembered !== null) localStorage.setItem("crosswire.settings", remembered);
      },
      settings === undefined ? null : JSON.stringify({ crosswire: 1, ...settings }),
    );
    const page = await context.newPage();
    await page.goto(`${server.endpoint}/?probe&name=You`);
    await page.getByRole("button", { name: "Play", exact: true }).waitFor({ timeout: PATIENCE_MS });
    await use(page);
  } finally {
    await context.close();
    await server.stop();
  }
}

/** Presses Play and waits until the own drone is in the arena. */
export async function enterArena(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, {
    timeout: PATIENCE_MS,
  });
}

/** One stride of play: a direction, the aim on whoever is nearest and seen, and the trigger. @param step counts the strides */
export async function playOn(page: Page, step: number): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const away = await page.evaluate(() => {
    const { self, drones } = window.__crosswire!.world;
    if (self === null) return null;
    const others = drones.filter((drone) => !drone.self && drone.alive && drone.seen);
    const ways = others.map(({ x, y }) => ({ x: x - self.x, y: y - self.y }));
    return ways.sort((a, b) => a.x * a.x + a.y * a.y - b.x * b.x - b.y * b.y)[0] ?? null;
  });
  const key = KEYS[Math.floor(step / 4) % KEYS.length]!;
  await page.keyboard.down(key);
  if (away !== null) {
    const length = Math.sqrt(away.x * away.x + away.y * away.y) || 1;
    await page.mouse.move(
      width / 2 + (away.x / length) * height * 0.35,
      height / 2 + (away.y / length) * height * 0.35,
    );
    await page.mouse.down();
  } else {
    await page.mouse.up();
  }
  if (step % 13 === 12) await page.keyboard.press("Space");
  await page.waitForTimeout(STRIDE_MS);
  await page.keyboard.up(key);
}

/** How much is going on: others in the own light say more than bolts that come from the dark. */
function liveliness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { self, drones, bolts, zone } = window.__crosswire!.world;
    if (self?.alive !== true) return 0;
    const near = (thing: { x: number; y: number }): boolean =>
      Math.abs(thing.x - self.x) < 420 && Math.abs(thing.y - self.y) < 220;
    const others = drones.filter((drone) => !drone.self && drone.alive && drone.seen && near(drone));
    const laden = others.some((drone) => drone.laden) ? 4 : 0;
    return (
      others.length * 4 +
      Math.min(4, bolts.filter(near).length) +
      laden +
      (zone !== null && near(zone) ? 6 : 0)
    );
  });
}

/** Plays on for some looks and gives back the liveliest. */
export async function liveliestLook(page: Page, looks: number): Promise<Buffer> {
  let best = -1;
  let picture: Buffer | null = null;
  for (let step = 0; step < looks * 2; step++) {
    await playOn(page, step);
    if (step % 2 === 0) continue;
    const lively = await liveliness(page);
    if (lively <= best) continue;
    best = lively;
    picture = await page.screenshot();
  }
  await page.mouse.up();
  return picture!;
}
