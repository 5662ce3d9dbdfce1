import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { lightly, openTab, PHONE } from "./page.ts";

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({
    ARENA: "range",
    FILL: "0",
    IDLE_SECONDS: "0",
    WARMUP_SECONDS: "0",
    ROUND_SECONDS: "3600",
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const PATIENT = { timeout: 25_000 };

interface Finger {
  readonly x: number;
  readonly y: number;
  readonly id: number;
}

/** Puts fingers down, moves them, or takes all away; one that a move does not name is lifted. */
function fingers(cdp: CDPSession) {
  return (type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", ...touchPoints: Finger[]) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
}

const shots = (page: Page) => page.evaluate(() => Number(document.body.dataset.shots));

const placeOf = (page: Page) =>
  page.evaluate(() => ({ x: window.__crosswire!.world.self!.x, y: window.__crosswire!.world.self!.y }));

/** Waits until the drone rests: nothing is stuck. */
async function untilAtRest(page: Page): Promise<void> {
  let last = await placeOf(page);
  await expect
    .poll(
      async () => {
        const before = last;
        last = await placeOf(page);
        return Math.hypot(last.x - before.x, last.y - before.y);
      },
      { interval: 300, timeout: 20_000 },
    )
    .toBe(0);
}

/** Waits until the drone has moved to the right (1) or to the left (-1). */
async function untilMoved(page: Page, way: 1 | -1): Promise<void> {
  const { x } = await placeOf(page);
  await page.waitForFunction(
    ([from, sign]) => (window.__crosswire!.world.self!.x - from) * sign > 15,
    [x, way] as const,
    PATIENT,
  );
}

it("a phone is played with two thumbs, and nothing sticks when the system takes them away", async () => {
  const tab = await openTab(
    browser,
    server.endpoint,
    lightly({ ...PHONE, deviceScaleFactor: 1 }, server.endpoint),
  );
  const { page } = tab;
  page.setDefaultTimeout(PATIENT.timeout);
  await page.getByRole("button", { name: "Play" }).tap();
  await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, PATIENT);
  await page.evaluate(() => {
    document.body.dataset.shots = "0";
    window.__crosswire!.session.onEvent((event) => {
      if (event.type === "shot" && event.own)
        document.body.dataset.shots = String(Number(document.body.dataset.shots) + 1);
    });
  });
  const cdp = await page.context().newCDPSession(page);
  const touch = fingers(cdp);

  // A tap on the side that aims is one shot; how long it takes is told, for a busy machine would take its time.
  const timestamp = Date.now() / 1000;
  const finger = { x: 560, y: 200, id: 1 };
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger], timestamp });
  const lifted = timestamp + 0.1;
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [], timestamp: lifted });
  await expect.poll(() => shots(page), PATIENT).toBe(1);

  // Both thumbs, and the system takes them.
  await touch("touchStart", { x: 130, y: 230, id: 1 }, { x: 600, y: 220, id: 2 });
  await touch("touchMove", { x: 190, y: 230, id: 1 }, { x: 655, y: 220, id: 2 });
  await untilMoved(page, 1);
  await expect.poll(() => shots(page), PATIENT).toBeGreaterThan(2);
  await tab.picture("touch-floating");
  await touch("touchCancel");
  await untilAtRest(page);
  const after = await shots(page);
  expect(await page.locator(".stick.held").count()).toBe(0);

  // A second finger on the same half comes and goes; the first one steers on.
  await touch("touchStart", { x: 130, y: 230, id: 1 });
  await touch("touchMove", { x: 70, y: 230, id: 1 });
  await touch("touchStart", { x: 70, y: 230, id: 1 }, { x: 200, y: 120, id: 3 });
  await touch("touchMove", { x: 72, y: 230, id: 1 });
  await untilMoved(page, -1);

  // The window loses the keyboard while a thumb is down.
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await untilAtRest(page);
  await touch("touchEnd");
  expect(await shots(page)).toBe(after);

  // Turned upright, for the left-handed, larger, and with sticks that stay.
  const settings = {
    crosswire: 1,
    video: { quality: "low" },
    controls: { moveSide: "right", touchSize: 130, touchSticks: "fixed" },
  };
  await page.evaluate((text) => localStorage.setItem("crosswire.settings", text), JSON.stringify(settings));
  await page.reload();
  await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, PATIENT);
  await tab.picture("touch-fixed-right");
  const middle = await page.locator(".stick-place-move").evaluate((place) => {
    const { left, top, width, height } = place.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  expect(middle.x).toBeGreaterThan(406);
  await touch("touchStart", { x: middle.x - 40, y: middle.y, id: 1 });
  await untilMoved(page, -1);
  await page.setViewportSize({ width: 375, height: 812 });
  await page.waitForFunction(() => document.querySelector(".stick.held") === null, undefined, PATIENT);
  await untilAtRest(page);
  await touch("touchEnd");
  await tab.picture("touch-portrait");
  expect(tab.complaints).toEqual([]);
  await tab.close();
});
