/** Tabs that were hidden and networks that were away: what a player finds on the return. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { type Link, openLink } from "../../tools/netlab/netlab.ts";
import { openTab, play, SMALL, type Tab } from "./page.ts";

let server: RunningServer;
let link: Link;
let browser: Browser;
let tab: Tab;
/** Messages from the server that have come to the page: 30 patches a second, and news. */
let received = 0;
/** Hidden from the beginning, while all the others are tested. */
let away: Tab;
let awaySince = 0;
/** How long the other tab is hidden at least, in ms: browsers think of a page as out of use after some ten seconds. */
const AWAY_MS = 30_000;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "4", BOT_SKILL: "1", IDLE_SECONDS: "0" });
  link = await openLink(server.port);
  browser = await launchChromium();
  tab = await openTab(browser, link.endpoint, SMALL);
  tab.page.on("websocket", (socket) => {
    socket.on("framereceived", () => {
      received += 1;
    });
  });
  await play(tab, "Mira");
  away = await openTab(browser, server.endpoint, SMALL);
  await play(away, "Odo");
  await setHidden(true, away);
  await watchDoings(away);
  awaySince = Date.now();
});

afterAll(async () => {
  await away.close();
  await tab.close();
  await browser.close();
  await link.close();
  await server.stop();
});

type Page = typeof window & {
  /** The frames that a hidden page has asked for. */
  held?: { request: typeof requestAnimationFrame; calls: FrameRequestCallback[] };
  doings?: Doings;
  /** Where the session went, and when. */
  steps?: { at: string; ms: number }[];
};

/** Hides a tab as a browser does it: no frames, the page says that it is hidden, and is told when it is shown again. */
async function setHidden(hidden: boolean, { page }: Tab = tab): Promise<void> {
  await page.evaluate(async (isHidden) => {
    const state = isHidden ? "hidden" : "visible";
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
    const page = window as Page;
    if (isHidden) {
      const calls: FrameRequestCallback[] = [];
      const request = window.requestAnimationFrame;
      page.held = { request, calls };
      window.requestAnimationFrame = (callback) => calls.push(callback);
      document.dispatchEvent(new Event("visibilitychange"));
      // The frame that was asked for before ends first, and what it has put off: Preact's effects, the sound's fade.
      await new Promise((resolve) => request(resolve));
      await new Promise((resolve) => setTimeout(resolve, 200));
      return;
    }
    if (page.held !== undefined) {
      window.requestAnimationFrame = page.held.request;
      for (const callback of page.held.calls) requestAnimationFrame(callback);
    }
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

/** Waits for so many messages more; the page has nothing to do with the counting. */
async function receive(messages: number): Promise<void> {
  const enough = received + messages;
  await expect.poll(() => received, { timeout: 30_000, interval: 50 }).toBeGreaterThanOrEqual(enough);
}

/** What a page does while it is hidden: changes of what is shown, timers that are set, and frames that are asked for. */
interface Doings {
  changes: number;
  timers: number;
  frames: number;
}

/** Counts from now on. */
async function watchDoings({ page }: Tab): Promise<void> {
  await page.evaluate(() => {
    const doings: Doings = { changes: 0, timers: 0, frames: 0 };
    (window as Page).doings = doings;
    new MutationObserver((changes) => {
      doings.changes += changes.length;
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const name of ["setTimeout", "setInterval"] as const) {
      const real = window[name].bind(window) as (...args: unknown[]) => number;
      Object.assign(window, {
        [name]: (...args: unknown[]) => {
          doings.timers += 1;
          return real(...args);
        },
      });
    }
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      doings.frames += 1;
      return request(callback);
    };
  });
}

describe("a tab that was hidden", () => {
  it("shows the newest state when it is back, and its player has control", async () => {
    const { page } = tab;
    await setHidden(true);
    const left = await page.evaluate(() => window.__crosswire!.world.tick);
    await receive(60);
    expect(await page.evaluate(() => window.__crosswire!.status.at)).toBe("playing");
    expect(await page.evaluate(() => window.__crosswire!.world.tick)).toBe(left);
    await setHidden(false);
    await page.waitForFunction((tick) => {
      const { world } = window.__crosswire!;
      const { stalledMs, pendingInputs } = world.link;
      return world.tick - tick > 60 && stalledMs === 0 && pendingInputs > 0 && pendingInputs < 30;
    }, left);
    await page.waitForFunction(() => window.__crosswire!.world.self?.alive === true);
    const from = await page.evaluate(() => window.__crosswire!.world.self!.x);
    const key = from < 512 ? "KeyD" : "KeyA";
    await page.keyboard.down(key);
    await page.waitForFunction((x) => Math.abs(window.__crosswire!.world.self!.x - x) > 10, from);
    await page.keyboard.up(key);
    expect(tab.complaints).toEqual([]);
  });

  it("whose link died meanwhile is back in its seat soon after it is shown, not after the long silence", async () => {
    const { page } = tab;
    const slot = await page.evaluate(() => window.__crosswire!.world.self!.slot);
    await setHidden(true);
    // The connection stays in the hole; only a new one leads on.
    link.blackhole();
    link.restore();
    // Taken down in the page: a slow one may be asked only when it is over.
    const shown = await page.evaluate(() => {
      const steps: { at: string; ms: number }[] = [];
      (window as Page).steps = steps;
      window.__crosswire!.session.onStatus(({ at }) => steps.push({ at, ms: performance.now() }));
      return performance.now();
    });
    await setHidden(false);
    await page.waitForFunction(() => (window as Page).steps!.at(-1)?.at === "playing");
    const steps = await page.evaluate(() => (window as Page).steps!);
    expect(steps[0]!.at).toBe("reconnecting");
    expect(steps[0]!.ms - shown).toBeLessThan(4000);
    console.log(
      `returns: a tab on a dead link is back in its seat ${steps.at(-1)!.ms - shown} ms after it is shown`,
    );
    expect(await page.evaluate(() => window.__crosswire!.world.self!.slot)).toBe(slot);
  });
});

describe("a network that was away", () => {
  it("brings the player back at once when it is there again, not after the next pause", async () => {
    const { page } = tab;
    const slot = await page.evaluate(() => window.__crosswire!.world.self!.slot);
    // Chromium's own offline switch leaves WebSockets alone, so the events are sent and the link is cut by hand.
    link.cut();
    await page.evaluate(() => window.dispatchEvent(new Event("offline")));
    // Some tries have failed, so that the pauses between them are long.
    await page.waitForFunction(() => {
      const { status } = window.__crosswire!;
      return status.at === "reconnecting" && status.attempt >= 3;
    });
    link.restore();
    const began = Date.now();
    await page.evaluate(() => {
      for (let i = 0; i < 3; i++) window.dispatchEvent(new Event("online"));
    });
    await page.waitForFunction(() => window.__crosswire!.status.at === "playing", undefined, {
      timeout: 5000,
    });
    console.log(`returns: back in the seat ${Date.now() - began} ms after the network`);
    expect(await page.evaluate(() => window.__crosswire!.world.self!.slot)).toBe(slot);
  });
});

describe("a tab that was hidden for half a minute", () => {
  it("has cost nothing: no frame, no change of the page, no new timer; and it shows the newest state", async () => {
    const { page, complaints } = away;
    const left = await page.evaluate(() => window.__crosswire!.world.tick);
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS - (Date.now() - awaySince)));
    expect(await page.evaluate(() => (window as Page).doings)).toEqual({ changes: 0, timers: 0, frames: 0 });
    expect(await page.evaluate(() => window.__crosswire!.status.at)).toBe("playing");
    expect(await page.evaluate(() => window.__crosswire!.world.tick)).toBe(left);
    await setHidden(false, away);
    // Less than the half minute: a busy server may have fallen behind.
    await page.waitForFunction(
      (tick) => {
        const { world } = window.__crosswire!;
        return world.tick - tick > 20 * 60 && world.link.stalledMs === 0 && world.link.pendingInputs < 30;
      },
      left,
      { timeout: 20_000 },
    );
    await page.waitForFunction(() => (window as Page).doings!.changes > 0);
    await page.waitForFunction(() => window.__crosswire!.world.self?.alive === true);
    expect(complaints).toEqual([]);
  });
});
