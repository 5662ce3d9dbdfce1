import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type BoothWindow, type OpenBooth, openBooth } from "./booth/open.ts";
import { misfits } from "./booth/overflow.ts";
import { DESKTOP, PHONE } from "./page.ts";

/** Of the windows only the size differs. */
const SIZES = [
  ["a desktop", DESKTOP.viewport!, "desktop"],
  ["a phone on its side", PHONE.viewport!, "touch"],
  ["a phone held upright", { width: 390, height: 844 }, "touch"],
] as const;

let browser: Browser;
let booth: OpenBooth;

beforeAll(async () => {
  browser = await launchChromium();
  booth = await openBooth(browser);
});

afterAll(async () => {
  await booth.close();
  await browser.close();
});

/** A page hears of its new size with the next picture. */
function pictures({ page }: BoothWindow): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** What does not fit of everything that can be shown. */
async function misfitsOf({ page }: BoothWindow, device: "desktop" | "touch"): Promise<string[]> {
  const found: string[] = [];
  for (const scene of await page.evaluate(() => window.booth!.scenes)) {
    await page.evaluate(([name, by]) => window.booth!.show(name!, by as "desktop"), [scene, device]);
    for (const misfit of await misfits(page)) found.push(`${scene}: ${misfit}`);
  }
  return found;
}

test("the language changes live, on the page and for whoever reads it out, and is that of the browser at first", async () => {
  const { page, complaints, close } = await booth.open({ ...DESKTOP, locale: "de-AT" });
  await page.evaluate(() => window.booth!.show("menu", "desktop"));
  expect(await page.getAttribute("html", "lang")).toBe("de");
  await page.getByRole("button", { name: "Spielen" }).waitFor();
  await page.evaluate(() => {
    window.booth!.settings.interface.language.value = "fr";
  });
  await page.getByRole("button", { name: "Jouer" }).waitFor();
  await page.getByLabel("Pseudo").waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("fr");
  await page.evaluate(() => {
    window.booth!.settings.interface.language.value = "auto";
  });
  await page.getByRole("button", { name: "Spielen" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("words that are longer by far still fit, on a desktop and on a phone, held either way", async () => {
  const view = await booth.open(DESKTOP, "language=pseudo");
  const found: string[] = [];
  for (const [where, size, device] of SIZES) {
    await view.page.setViewportSize(size);
    await pictures(view);
    for (const misfit of await misfitsOf(view, device)) found.push(`on ${where}, ${misfit}`);
  }
  expect(found).toEqual([]);
  expect(view.complaints).toEqual([]);
  await view.close();
});

test("the menu is there without scrolling, in the languages with the longest words too, on a desktop and on a phone, held either way", async () => {
  const view = await booth.open({ ...DESKTOP, reducedMotion: "reduce" });
  const scrolls: string[] = [];
  for (const [where, size, device] of SIZES) {
    await view.page.setViewportSize(size);
    await pictures(view);
    for (const language of ["en", "de", "es"] as const) {
      await view.page.evaluate(
        ([tag, by]) => {
          window.booth!.settings.interface.language.value = tag;
          return window.booth!.show("menu", by);
        },
        [language, device] as const,
      );
      await view.page.locator(".menu .how-to").waitFor();
      const over = await view.page
        .locator(".menu")
        .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      if (over > 0) scrolls.push(`${language} on ${where}: ${over} px`);
    }
  }
  expect(scrolls).toEqual([]);
  await view.close();
});
