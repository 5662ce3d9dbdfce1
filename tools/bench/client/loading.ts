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

/** Visits the game for the first time. @param slow how the machine and the link are held back */
export async function visit(
  browser: Browser,
  endpoint: string,
  slow: typeof SLOW_PHONE | null = null,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  try {
    const page = await context.newPage();
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
    const play = page.getByRole("button", { name: "Play", exact: true });
    await play.waitFor({ timeout: 90_000 });
    const menuMs = await page.evaluate(() => performance.now());
    await play.click();
    const control = await page.waitForFunction(
      () => {
        const probe = window.__crosswire;
        return probe?.world.self?.alive === true && probe.frame.frames > 0 ? performance.now() : 0;
      },
      undefined,
      { timeout: 90_000 },
    );
    const controlMs = await control.jsonValue();
    return { menuMs: Math.round(menuMs), controlMs: Math.round(controlMs), files: weighAll(paths) };
  } finally {
    await context.close();
  }
}
