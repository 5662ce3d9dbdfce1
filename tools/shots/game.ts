/** A browser in the running game that plays along with the bots, so that there is something to take a picture of. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startServer } from "../headless/index.ts";

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 720 } };
/** Without graphics each pixel counts: a smaller window is drawn more often, and more happens in it. */
export const FIELD: BrowserContextOptions = { viewport: { width: 1024, height: 576 } };
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
  /** Environment of the server (README), over a dozen bots that play fairly. */
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
  const server = await startServer({ FILL: "12", SEED: "21", BOT_SKILL: "0.35", ...environment });
  const context = await browser.newContext(options);
  try {
    // Somebody who has played before: no hints.
    const remembered = JSON.stringify({
      crosswire: 1,
      ...settings,
      video: { quality: "high", ...settings?.video },
    });
    await context.addInitScript((text) => {
      localStorage.setItem("crosswire.settings", text);
      localStorage.setItem("crosswire.hints", "move fire dash");
    }, remembered);
    const page = await context.newPage();
    await page.goto(`${server.endpoint}/?probe=picture&name=You`);
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

/** Where things lie, seen from the own drone in px of the world; null for what is not there. */
interface Around {
  /** The nearest other drone in play that is seen and no mate. */
  readonly foe: { readonly x: number; readonly y: number } | null;
  /** Where there is something to be done, whether it is seen or not; in the middle of the map when nowhere else. */
  readonly goal: { readonly x: number; readonly y: number } | null;
}

function lookAround(page: Page): Promise<Around> {
  return page.evaluate(() => {
    const { self, drones, zone, packets, arena } = window.__crosswire!.world;
    if (self === null) return { foe: null, goal: null };
    const away = ({ x, y }: { x: number; y: number }) => ({ x: x - self.x, y: y - self.y });
    const foes = drones.filter(
      (drone) => drone !== self && drone.alive && drone.seen && (self.team === 0 || drone.team !== self.team),
    );
    const [foe] = foes.map(away).sort((a, b) => a.x * a.x + a.y * a.y - b.x * b.x - b.y * b.y);
    const theirs = packets.find(({ team }) => team !== self.team);
    const middle = { x: (arena.columns * arena.tile) / 2, y: (arena.rows * arena.tile) / 2 };
    return { foe: foe ?? null, goal: away(zone ?? theirs ?? middle) };
  });
}

/** Beside a goal there is no need to come closer, in px of the world. */
const THERE = 60;

/** The keys that lead to a goal; now and then another one, for walls lie between. */
function keysTo(goal: Around["goal"], step: number): readonly string[] {
  const wandering = KEYS[Math.floor(step / 4) % KEYS.length]!;
  if (goal === null || step % 5 === 4) return [wandering];
  const keys = [
    ...(Math.abs(goal.x) > THERE ? [goal.x > 0 ? "KeyD" : "KeyA"] : []),
    ...(Math.abs(goal.y) > THERE ? [goal.y > 0 ? "KeyS" : "KeyW"] : []),
  ];
  return keys.length === 0 ? [wandering] : keys;
}

/** One stride of play: a direction, the aim on whoever is nearest and seen, and the trigger. @param step counts the strides */
export async function playOn(page: Page, step: number): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const { foe, goal } = await lookAround(page);
  const keys = keysTo(goal ?? foe, step);
  for (const key of keys) await page.keyboard.down(key);
  if (foe !== null) {
    const length = Math.sqrt(foe.x * foe.x + foe.y * foe.y) || 1;
    await page.mouse.move(
      width / 2 + (foe.x / length) * height * 0.35,
      height / 2 + (foe.y / length) * height * 0.35,
    );
    await page.mouse.down();
  } else {
    await page.mouse.up();
  }
  if (step % 13 === 12) await page.keyboard.press("Space");
  await page.waitForTimeout(STRIDE_MS);
  for (const key of keys) await page.keyboard.up(key);
}

/** Puts both thumbs on the glass. @returns a stride of play with them */
export async function touchOn(page: Page): Promise<(page: Page, step: number) => Promise<void>> {
  const { width, height } = page.viewportSize()!;
  const devtools = await page.context().newCDPSession(page);
  const [move, aim] = [
    { x: width * 0.17, y: height * 0.68 },
    { x: width * 0.8, y: height * 0.64 },
  ];
  const touch = (type: "touchStart" | "touchMove", angle: number, foe: Around["foe"]) => {
    const length = foe === null ? 1 : Math.sqrt(foe.x * foe.x + foe.y * foe.y) || 1;
    const [dx, dy] = foe === null ? [0, 0] : [foe.x / length, foe.y / length];
    return devtools.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: [
        { x: move.x + Math.cos(angle) * 38, y: move.y + Math.sin(angle) * 38, id: 1 },
        { x: aim.x + dx * 42, y: aim.y + dy * 42, id: 2 },
      ],
    });
  };
  await touch("touchStart", 0, null);
  return async (_, step) => {
    const { foe } = await lookAround(page);
    await touch("touchMove", Math.floor(step / 4) * 1.7, foe);
    await page.waitForTimeout(STRIDE_MS);
  };
}

/** How much is going on: foes in the own light say more than mates, who are seen in the dark too, and than bolts. */
function liveliness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { self, drones, bolts, zone, arena } = window.__crosswire!.world;
    if (self?.alive !== true) return 0;
    /** Near the border much of the picture is the night beyond. */
    const inside =
      Math.min(self.x, arena.columns * arena.tile - self.x) > 300 &&
      Math.min(self.y, arena.rows * arena.tile - self.y) > 160;
    const near = (thing: { x: number; y: number }): boolean =>
      Math.abs(thing.x - self.x) < 420 && Math.abs(thing.y - self.y) < 220;
    const others = drones.filter((drone) => !drone.self && drone.alive && drone.seen && near(drone));
    const laden = others.some((drone) => drone.laden) ? 4 : 0;
    return (
      others.reduce((sum, { team }) => sum + (team === 0 || team !== self.team ? 4 : 1), 0) +
      Math.min(4, bolts.filter(near).length) +
      laden +
      (inside ? 3 : 0) +
      (self.health > 30 ? 2 : 0) +
      (zone !== null && near(zone) ? 6 : 0)
    );
  });
}

/** Plays on for some looks and gives back the liveliest. @param stride what is done between two of them */
export async function liveliestLook(page: Page, looks: number, stride = playOn): Promise<Buffer> {
  let best = -1;
  let picture: Buffer | null = null;
  for (let step = 0; step < looks * 2; step++) {
    await stride(page, step);
    if (step % 2 === 0) continue;
    const lively = await liveliness(page);
    if (lively <= best) continue;
    best = lively;
    picture = await page.screenshot();
  }
  if (stride === playOn) await page.mouse.up();
  return picture!;
}
