/** How long a stranger waits: from the address to the menu, and to the first frame in which the drone obeys. */
import type { Browser } from "playwright-core";
import { type Weight, weighAll } from "./sizes.ts";

/** A phone that is not new, on a link that is not good. */
export const SLOW_PHONE = { cpuRate: 4, bitsPerS: 1.6e6, roundTripMs: 150 } as const;

/** One first visit. */
export interface Visit {
  /** ms from the address to a menu that takes a click. */
  readonly menuMs: number;
  /** ms from the address to the own drone alive and drawn, for somebody who presses Play at once. */
  readonly controlMs: number;
  /** Built files that were fetched until then. */
  readonly files: readonly Weight[];
}

/** What a page notes of itself, in ms since its address was asked for. */
type Noted = Pick<Visit, "menuMs" | "controlMs">;

/** Begins the line of the console with which a page tells what it noted. */
const MARK = "noted: ";

/**
 * Runs in the page before everything else: notes when the menu is painted, presses Play there, notes the first frame in
 * which the own drone is alive, and tells. The page looks for itself, since looks from outside wait in line with its own
 * work, a press from outside for several frames, and the tools that the first look brings along take a slowed phone 100 ms.
 */
function watchItself(mark: string): void {
  let menuMs = 0;
  let pressed = false;
  function look(): void {
    const probe = window.__crosswire;
    if (probe?.world.self?.alive === true && probe.frame.baked) {
      console.info(mark + JSON.stringify({ menuMs, controlMs: performance.now() }));
      return;
    }
    const play = pressed ? null : document.querySelector<HTMLButtonElement>("form button[type=submit]");
    // A menu can be there and hidden, as long as it is not the right one.
    if (play?.checkVisibility({ visibilityProperty: true }) === true) {
      pressed = true;
      // After the frame that shows it.
      setTimeout(() => {
        menuMs = performance.now();
        play.click();
      });
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}

/** Visits the game for the first time. @param slow how the machine and the link are held back */
export async function visit(
  browser: Browser,
  endpoint: string,
  slow: typeof SLOW_PHONE | null = null,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchItself, MARK);
    const told = page.waitForEvent("console", {
      predicate: (message) => message.text().startsWith(MARK),
      timeout: 90_000,
    });
    // Whoever is told nothing because the page could not be opened hears of that.
    told.catch(() => {});
    if (slow !== null) {
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: slow.roundTripMs,
        downloadThroughput: slow.bitsPerS / 8,
        uploadThroughput: slow.bitsPerS / 8,
      });
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slow.cpuRate });
    }
    const paths: string[] = [];
    page.on("request", (request) => paths.push(new URL(request.url()).pathname));
    await page.goto(`${endpoint}/?probe&gfx=low`, { waitUntil: "commit" });
    const { menuMs, controlMs } = JSON.parse((await told).text().slice(MARK.length)) as Noted;
    return { menuMs: Math.round(menuMs), controlMs: Math.round(controlMs), files: weighAll(paths) };
  } finally {
    await context.close();
  }
}
