/** The menu that the page comes with: what is seen of it, and what is done in it, before the game's script is there. */
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { DESKTOP, HARMLESS, lightly, PHONE } from "./page.ts";

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  browser = await launchChromium();
  // With more than one mode to choose from, so that the place that is kept for the choice is not given up.
  server = await startServer({ ARENA: "gates", MODES: "ffa,tdm", FILL: "0" });
});

afterAll(async () => {
  await browser.close();
  await server.stop("SIGKILL");
});

interface Waiting {
  readonly page: Page;
  /** What the console and the page complained about. */
  readonly complaints: string[];
  /** Lets the scripts come. */
  release(): void;
}

/** Opens the page, whose scripts do not come before they are released. */
async function open(address: string, options: BrowserContextOptions = DESKTOP): Promise<Waiting> {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isTrouble = message.type() === "error" || message.type() === "warning";
    if (isTrouble && !HARMLESS.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${server.endpoint}/${address}`, { waitUntil: "commit" });
  await page.locator("#page main").waitFor({ state: "attached" });
  return { page, complaints, release };
}

/** What a reader of the page sees of it now. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen.
const seen = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

const arrival = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, { timeout: 60_000 });

/** Waits until the game's script has the page. */
const takeover = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector("#page:not(.first) main") !== null);

const LIGHT = "?probe&gfx=low";

describe("before the script", () => {
  it("the menu is painted, can be read by everybody, and a name typed into it is kept", async () => {
    const { page, complaints, release } = await open(LIGHT);
    await page.getByRole("button", { name: "Play" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === "Play");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    const field = page.getByLabel("Nickname");
    expect(await field.inputValue()).toBe("");
    await field.click();
    await page.keyboard.type("Mi");
    const button = await page.getByRole("button", { name: "Play" }).boundingBox();
    release();
    await takeover(page);
    await page.keyboard.type("ra");
    expect(await field.inputValue()).toBe("Mira");
    expect(await page.getByRole("button", { name: "Play" }).boundingBox()).toEqual(button);
    await page.keyboard.press("Enter");
    await arrival(page);
    expect(await page.evaluate(() => window.__crosswire!.world.self!.name)).toBe("Mira");
    expect(complaints).toEqual([]);
  });

  it("a click on Play is shown at once, and leads into the arena without another one", async () => {
    const { page, complaints, release } = await open(LIGHT, PHONE);
    await page.getByRole("button", { name: "Play" }).click();
    expect(await page.getByRole("button", { name: "Play" }).getAttribute("aria-busy")).toBe("true");
    const { href } = new URL(page.url());
    release();
    await arrival(page);
    // By the name that was proposed.
    expect(await page.evaluate(() => window.__crosswire!.world.self!.name)).toMatch(/^\w+ \w+$/);
    expect(page.url()).toBe(href);
    expect(complaints).toEqual([]);
  });

  it("Enter in the field is such a press, and a name that cannot be is said to be so", async () => {
    const { page, complaints, release } = await open(LIGHT);
    await page.getByLabel("Nickname").fill("<b>");
    await page.keyboard.press("Enter");
    const { href } = new URL(page.url());
    release();
    await page.locator('input[aria-invalid="true"]').waitFor();
    expect(await page.getByRole("button", { name: "Play" }).getAttribute("aria-busy")).not.toBe("true");
    await page.getByLabel("Nickname").fill("Odo");
    await page.keyboard.press("Enter");
    await arrival(page);
    expect(page.url()).toBe(href);
    expect(complaints).toEqual([]);
  });

  it("who has gone to the field finds the proposed name selected, to type another one over it", async () => {
    const { page, release } = await open(LIGHT);
    const field = page.getByLabel("Nickname");
    await field.click();
    release();
    await takeover(page);
    expect(await field.inputValue()).toMatch(/^\w+ \w+$/);
    await page.keyboard.type("Odo");
    expect(await field.inputValue()).toBe("Odo");
  });

  it("the other buttons do what they say as soon as they can", async () => {
    const { page, release } = await open(LIGHT);
    await page.getByRole("button", { name: "Settings" }).click();
    release();
    await page.getByRole("dialog", { name: "Settings" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("button", { name: "Settings" }).getAttribute("aria-busy")).toBeNull();
  });
});

it("the engine is on its way before a script asks for it, and the hall is there before the HUD", async () => {
  const { page, release } = await open(LIGHT);
  const ahead = page.locator('link[rel="modulepreload"][fetchpriority="low"]');
  const files = await ahead.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(files.map((file) => file.replace(/-.*/, "")).sort()).toEqual(["/assets/phaser", "/assets/view"]);
  await page.evaluate(() => {
    const look = (): void => {
      const { documentElement } = document;
      if (document.querySelector(".hud") === null) requestAnimationFrame(look);
      else documentElement.dataset.hall = String(window.__crosswire?.frame.baked);
    };
    look();
  });
  await page.getByRole("button", { name: "Play" }).click();
  release();
  await page.locator(".hud").waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.documentElement.dataset.hall === "true");
});

describe("nothing is seen of it by", () => {
  const german: BrowserContextOptions = { ...DESKTOP, locale: "de-AT" };
  const large = (): BrowserContextOptions => {
    const { storageState } = lightly(DESKTOP, server.endpoint);
    const text = JSON.stringify(storageState).replace("video", "interface").replace("quality", "scale");
    return { ...DESKTOP, storageState: JSON.parse(text.replace('\\"low\\"', "150")) };
  };

  it.each<[string, string, () => BrowserContextOptions, string]>([
    ["a German browser", LIGHT, () => german, "Spielen"],
    ["somebody who made the page larger", LIGHT, large, "Play"],
    ["somebody who was given a link to a match", `${LIGHT}#r/nosuchroom`, () => DESKTOP, "Join the match"],
    ["somebody who was given a name", `${LIGHT}&name=Mira`, () => DESKTOP, "Play"],
  ])("%s", async (_who, address, options, button) => {
    const { page, complaints, release } = await open(address, options());
    await page.waitForTimeout(300);
    expect(await seen(page)).toBe("");
    expect(await page.getByRole("button").count()).toBe(0);
    release();
    await page.getByRole("button", { name: button }).waitFor();
    expect(await page.locator("main").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("somebody whose seat is held, who comes straight back to it", async () => {
    const first = await open(LIGHT);
    first.release();
    await first.page.getByRole("button", { name: "Play" }).click();
    await arrival(first.page);
    await first.page.reload({ waitUntil: "commit" });
    await first.page.locator("#page main.menu").waitFor({ state: "attached" });
    expect(await first.page.evaluate(() => document.documentElement.className)).toBe("");
    await arrival(first.page);
  });
});

it("without any script there is a line that says so, and no form", async () => {
  const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled: false });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(server.endpoint);
  expect(await page.locator("noscript").textContent()).toBe("Crosswire needs JavaScript.");
  expect(await page.getByRole("heading", { name: "Crosswire" }).isVisible()).toBe(true);
  expect(await page.getByRole("button").count()).toBe(0);
  expect(await page.getByRole("textbox").count()).toBe(0);
});
