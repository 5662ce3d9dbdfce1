import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { joinPlayer, type Player, type RunningServer, startServer } from "../../tools/headless/index.ts";
import { PAD, plugPad, press } from "./pad.ts";
import { openTab, SMALL, type Tab } from "./page.ts";

let server: RunningServer;
let browser: Browser;
/** Plays and never votes: else the vote would be over as soon as the page has voted. */
let undecided: Player;

beforeAll(async () => {
  server = await startServer({
    ...{ ARENA: "gates,courtyard", MODES: "all", FILL: "2", BOT_SKILL: "0", SEED: "3" },
    ...{ WARMUP_SECONDS: "0", COUNTDOWN_SECONDS: "1", ROUND_SECONDS: "8", OVERTIME_SECONDS: "0" },
    ...{ RESULT_SECONDS: "2", VOTE_SECONDS: "40" },
  });
  undecided = await joinPlayer(server.endpoint, "Ansel");
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await undecided.leave();
  await server.stop();
});

const ownVote = (page: Page) => page.evaluate(() => window.__crosswire!.world.round.ownVote);

/** Joins and waits for the vote, in whatever phase the round is. */
async function joinVote({ page }: Tab, name: string): Promise<void> {
  await page.getByLabel("Nickname").fill(name);
  await page.keyboard.press("Enter");
  await page.locator(".ballot .choice").nth(2).waitFor({ timeout: 60_000 });
}

describe("the vote", () => {
  it("is made with a gamepad alone, and so is the pause", async () => {
    const tab = await openTab(browser, server.endpoint, SMALL);
    const { page } = tab;
    await joinVote(tab, "Mira");
    await plugPad(page);
    await press(page, PAD.right);
    await press(page, PAD.right);
    await tab.picture("vote-gamepad");
    await press(page, PAD.a);
    await page.waitForFunction(() => window.__crosswire!.world.round.ownVote === 1);
    await press(page, PAD.left);
    await press(page, PAD.a);
    await page.waitForFunction(() => window.__crosswire!.world.round.ownVote === 0);

    await press(page, PAD.menu);
    const resume = page.getByRole("button", { name: "Resume" });
    await resume.waitFor();
    expect(await resume.evaluate((button) => button === document.activeElement)).toBe(true);
    await press(page, PAD.down);
    expect(await resume.evaluate((button) => button === document.activeElement)).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.matches("dialog *"))).toBe(true);
    await press(page, PAD.menu);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await ownVote(page)).toBe(0);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it("is made with the keyboard alone: by arrows and Enter, or by the number", async () => {
    const tab = await openTab(browser, server.endpoint, SMALL);
    const { page } = tab;
    await joinVote(tab, "Odo");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => window.__crosswire!.world.round.ownVote === 2);
    await page.keyboard.press("1");
    await page.waitForFunction(() => window.__crosswire!.world.round.ownVote === 0);
    await tab.close();
  });
});
