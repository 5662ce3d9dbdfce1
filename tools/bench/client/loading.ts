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

/** What a page notes of itself, in ms since its address was asked for; 0 until it is so. */
interface Noted {
  menuMs: number;
  controlMs: number;
}

declare global {
  interface Window {
    __noted?: Noted;
  }
}

/**
 * Runs in the page before everything else: notes when the menu is painted, presses Play there, and notes the first frame
 * in which the own drone is alive. The page looks for itself, since looks from outside wait in line with its own work,
 * and a press from outside for several frames.
 */
function watchItself(): void {
  const noted: Noted = { menuMs: 0, controlMs: 0 };
  window.__noted = noted;
  let pressed = false;
  function look(): void {
    const probe = window.__crosswire;
    if (probe?.world.self?.alive === true && probe.frame.baked) {
      noted.controlMs = performance.now();
      return;
    }
    const play = pressed ? null : document.querySelector<HTMLButtonElement>("form button[type=submit]");
    // A menu can be there and hidden, as long as it is not the right one.
    if (play?.checkVisibility({ visibilityProperty: true }) === true) {
      pressed = true;
      // After the frame that shows it.
      setTimeout(() => {
        noted.menuMs = performance.now();
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
    await page.addInitScript(watchItself);
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
    // Asked rarely: each question takes the page's time.
    await page.waitForFunction(() => (window.__noted?.controlMs ?? 0) > 0, undefined, {
      polling: 250,
      timeout: 90_000,
    });
    const { menuMs, controlMs } = (await page.evaluate(() => window.__noted))!;
    return { menuMs: Math.round(menuMs), controlMs: Math.round(controlMs), files: weighAll(paths) };
  } finally {
    await context.close();
  }
}
