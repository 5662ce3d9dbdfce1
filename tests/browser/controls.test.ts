import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { joinPlayer, type Player, type RunningServer, startServer } from "../../tools/headless/index.ts";
import { hold, PAD, plugPad, press, pullPad, push } from "./pad.ts";
import { lightly, nearestEnemy, openTab, play, SMALL } from "./page.ts";

let server: RunningServer;
let browser: Browser;
/** Stands where it was put, and is shot at. */
let target: Player;

beforeAll(async () => {
  server = await startServer({
    ...{ ARENA: "range", MODES: "ffa", FILL: "0", IDLE_SECONDS: "0" },
    ...{ WARMUP_SECONDS: "0", COUNTDOWN_SECONDS: "0", ROUND_SECONDS: "3600", HOLD_SECONDS: "30" },
  });
  target = await joinPlayer(server.endpoint, "Target");
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await target.leave();
  await server.stop();
});

/** A busy machine takes its time. */
const PATIENT = { timeout: 25_000 };

/** Counts the shots and dashes of the own drone from now on. */
function countDeeds(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.body.dataset.shot = document.body.dataset.dash = "0";
    window.__crosswire!.session.onEvent((event) => {
      if ((event.type !== "shot" && event.type !== "dash") || !event.own) return;
      document.body.dataset[event.type] = String(Number(document.body.dataset[event.type]) + 1);
    });
  });
}

async function untilDone(page: Page, deed: "shot" | "dash", times = 1): Promise<void> {
  await page.waitForFunction(
    ([name, least]) => Number(document.body.dataset[name]) >= least,
    [deed, times] as const,
    PATIENT,
  );
}

const placeOf = (page: Page) =>
  page.evaluate(() => ({ x: window.__crosswire!.world.self!.x, y: window.__crosswire!.world.self!.y }));

const untilAlive = (page: Page) =>
  page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, PATIENT);

describe("with the keyboard alone", () => {
  it("one comes from the menu to a kill", async () => {
    const tab = await openTab(browser, server.endpoint, lightly(SMALL, server.endpoint));
    const { page } = tab;
    page.setDefaultTimeout(PATIENT.timeout);
    // The button that has the focus from the beginning.
    await page.keyboard.press("Enter");
    await untilAlive(page);
    // Both have their spawns in one row, and the other one does not move.
    const target = (await nearestEnemy(page))!;
    const aim = target.dx > 0 ? "ArrowRight" : "ArrowLeft";
    await page.keyboard.down(aim);
    await page.waitForFunction(
      (side) => Math.cos(window.__crosswire!.world.self!.aim) * side > 0.9999,
      Math.sign(target.dx),
      PATIENT,
    );
    await page.keyboard.up(aim);
    await page.keyboard.down("Enter");
    await tab.picture("keys-only");
    await page.waitForFunction(() => window.__crosswire!.world.self!.kills > 0, undefined, PATIENT);
    await page.keyboard.up("Enter");
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it("keys are changed, refused, taken over and still changed after a reload", async () => {
    const tab = await openTab(browser, server.endpoint, lightly(SMALL, server.endpoint));
    const { page } = tab;
    page.setDefaultTimeout(PATIENT.timeout);
    await play(tab, "Remap");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("tab", { name: "Controls" }).click();
    const up = page.getByRole("button", { name: /^Move up, choice 1/ });
    await up.click();
    await page.keyboard.press("F5");
    await page.getByText("The browser keeps that key to itself").waitFor();
    await page.keyboard.press("KeyR");
    await page.getByText("R is in use: Reload.").waitFor();
    await tab.picture("controls-conflict");
    await page.keyboard.press("Escape");
    expect(await up.textContent()).toBe("W");
    await up.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("KeyR");
    await page.getByRole("button", { name: "Take it over" }).click();
    expect(await up.textContent()).toBe("R");
    expect(await page.getByRole("button", { name: /^Reload, choice 1/ }).textContent()).toBe("–");
    const fire = page.getByRole("button", { name: /^Fire, choice 2/ });
    await fire.click();
    await page.mouse.click(300, 180, { button: "right" });
    expect(await fire.textContent()).toBe("Right click");
    await tab.picture("controls-panel");

    await page.reload();
    await untilAlive(page);
    await countDeeds(page);
    const from = await placeOf(page);
    await page.keyboard.down("KeyR");
    await page.waitForFunction((y) => window.__crosswire!.world.self!.y < y - 30, from.y, PATIENT);
    await page.keyboard.up("KeyR");
    await page.mouse.move(500, 200);
    await page.mouse.down({ button: "right" });
    await untilDone(page, "shot");
    await page.mouse.up({ button: "right" });
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});

describe("with a gamepad alone", () => {
  it("one comes from the menu to a shot, through the pause, to other buttons, and on after it was pulled out", async () => {
    const tab = await openTab(browser, server.endpoint, lightly(SMALL, server.endpoint));
    const { page } = tab;
    page.setDefaultTimeout(PATIENT.timeout);
    await plugPad(page);
    // The lamp is on once the page is there as a whole, with what steers its menus by pad.
    await page.locator(".lamp").waitFor();
    await press(page, PAD.a);
    await untilAlive(page);
    await countDeeds(page);
    await push(page, [0, 0, 1, 0]);
    await hold(page, PAD.rt, true);
    await untilDone(page, "shot");
    await hold(page, PAD.rt, false);
    const from = await placeOf(page);
    await push(page, [0, 1, 0, 0]);
    await page.waitForFunction((y) => Math.abs(window.__crosswire!.world.self!.y - y) > 30, from.y, PATIENT);
    await push(page, [0, 0, 0, 0]);
    await tab.picture("pad-play");

    await press(page, PAD.menu);
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await press(page, PAD.b);
    await dialog.waitFor({ state: "detached" });
    await press(page, PAD.menu);
    await dialog.waitFor();
    const heading = page.getByRole("button", { name: "Settings" });
    for (let i = 0; i < 12 && !(await heading.evaluate((one) => one === document.activeElement)); i++)
      await press(page, PAD.down);
    await press(page, PAD.a);
    await page.getByRole("tablist").waitFor();
    for (let i = 0; i < 3; i++) await press(page, PAD.rb);
    const dash = page.getByRole("button", { name: /^Dash, choice 1/ });
    for (let i = 0; i < 30 && !(await dash.evaluate((one) => one === document.activeElement)); i++)
      await press(page, PAD.down);
    await press(page, PAD.a);
    await page.getByText("Press a button of the gamepad").waitFor();
    await press(page, PAD.b);
    expect(await dash.textContent()).toBe("B");
    await tab.picture("controls-pad");
    await press(page, PAD.b);
    await press(page, PAD.b);
    await dialog.waitFor({ state: "detached" });
    // Who is being hit just now, or waits for the respawn, dashes with the next press.
    for (let i = 0; i < 20 && (await page.evaluate(() => document.body.dataset.dash)) === "0"; i++) {
      await untilAlive(page);
      await press(page, PAD.b);
    }
    await untilDone(page, "dash");

    await hold(page, PAD.rt, true);
    await pullPad(page);
    await page.getByText("The gamepad is gone").waitFor();
    await tab.picture("pad-lost");
    await page.getByRole("button", { name: "Resume" }).click();
    await dialog.waitFor({ state: "detached" });
    const { shot } = await page.evaluate(() => ({ ...document.body.dataset }));
    await page.keyboard.press("KeyN");
    expect(await page.evaluate(() => document.body.dataset.shot)).toBe(shot);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
