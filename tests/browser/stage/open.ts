import type { Browser, Page } from "playwright-core";
import { HARMLESS } from "../page.ts";
import { serveSources } from "../sources.ts";

/** css px: software rendering pays for each of them. */
export const VIEWPORT = { width: 640, height: 360 };

/** The page that draws made-up worlds, and the server that brings it. */
export interface OpenStage {
  /** Opens the page anew and waits until it draws. @param settings as its address takes them */
  show(settings?: string): Promise<Page>;
  /** Errors and warnings of the console and the page since it was opened. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Serves the page from the sources. Whoever opens it closes it; the browser stays. */
export async function openStage(browser: Browser): Promise<OpenStage> {
  const sources = await serveSources("tests/browser/stage");
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const said = `${message.type()}: ${message.text()}`;
    if (["error", "warning"].includes(message.type()) && !HARMLESS.test(said)) complaints.push(said);
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  return {
    complaints,
    async show(settings = "") {
      complaints.length = 0;
      await page.goto(`${sources.address}?${settings}`);
      await page.waitForFunction(
        () => (window.stage?.view.stats.frames ?? 0) > 2 && window.stage?.view.stats.baked === true,
        undefined,
        {
          timeout: 60_000,
        },
      );
      return page;
    },
    async close() {
      await context.close();
      await sources.close();
    },
  };
}
