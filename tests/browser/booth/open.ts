import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { HARMLESS } from "../page.ts";
import { serveSources } from "../sources.ts";

/** A window into the booth. */
export interface BoothWindow {
  readonly page: Page;
  /** Errors and warnings of the console and the page so far. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface OpenBooth {
  /** @param search as the address takes it, such as `language=pseudo` */
  open(options: BrowserContextOptions, search?: string): Promise<BoothWindow>;
  close(): Promise<void>;
}

/** Serves the booth from the sources. Whoever opens it closes it; the browser stays. */
export async function openBooth(browser: Browser): Promise<OpenBooth> {
  const sources = await serveSources("tests/browser/booth");
  return {
    async open(options, search = "") {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        const said = `${message.type()}: ${message.text()}`;
        if (["error", "warning"].includes(message.type()) && !HARMLESS.test(said)) complaints.push(said);
      });
      page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
      await page.goto(`${sources.address}?${search}`);
      await page.waitForFunction(() => window.booth !== undefined, undefined, { timeout: 60_000 });
      return { page, complaints, close: () => context.close() };
    },
    close: () => sources.close(),
  };
}
