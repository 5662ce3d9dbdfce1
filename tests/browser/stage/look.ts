import type { Page } from "playwright-core";
import { VIEWPORT } from "./open.ts";

/** A part of the window in css px. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Clip = { x: 0, y: 0, ...VIEWPORT };

/** So much around a place in the window. */
export function around(x: number, y: number, width: number, height: number): Clip {
  return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height };
}

const MIDDLE = around(VIEWPORT.width / 2, VIEWPORT.height / 2, 160, 100);

/** Waits until so many more frames have been drawn. */
export async function frames(page: Page, count: number): Promise<void> {
  const from = await page.evaluate(() => window.stage!.view.stats.frames);
  await page.waitForFunction((until) => window.stage!.view.stats.frames >= until, from + count, {
    timeout: 30_000,
  });
}

/** Waits until all of the hall is painted, which a worker does in its own time. */
async function hall(page: Page): Promise<void> {
  // Until the next frame, the view speaks of the hall before.
  await frames(page, 1);
  await page.waitForFunction(() => window.stage!.view.stats.baked, undefined, { timeout: 60_000 });
}

/** A part of the picture, once it has come to rest; to be compared. The page must be `still`. */
export async function look(page: Page, clip: Clip = MIDDLE): Promise<string> {
  await hall(page);
  await frames(page, 4);
  return (await page.screenshot({ clip })).toString("base64");
}
