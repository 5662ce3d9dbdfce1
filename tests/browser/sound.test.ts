import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { DESKTOP, HARMLESS } from "./page.ts";

/** What a page is seen to do with Web Audio, from the outside. */
interface Tap {
  /** Contexts that were opened. */
  readonly contexts: AudioContext[];
  /** Nodes that are connected to something, the page's own and those of the tap. */
  readonly connected: Set<AudioNode>;
  /** Playings so far. */
  started: number;
  /** The loudest sample on its way to the loudspeaker in the last moment. */
  peak(): number;
}

declare global {
  interface Window {
    tap?: Tap;
  }
}

/** Loudest and softest sample that count as a sound, and as silence. */
const SOUND = 0.02;
const SILENCE = 0.0005;

const PATIENCE_MS = 60_000;

/** Listens at the loudspeaker: runs in the page before its own scripts. */
function layTap(): void {
  const contexts: AudioContext[] = [];
  const connected = new Set<AudioNode>();
  const samples = new Float32Array(8192);
  let analyser: AnalyserNode | null = null;
  const tap: Tap = {
    contexts,
    connected,
    started: 0,
    peak() {
      analyser?.getFloatTimeDomainData(samples);
      return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
    },
  };
  window.tap = tap;
  const { connect, disconnect } = AudioNode.prototype;
  const { start } = AudioBufferSourceNode.prototype;
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode | AudioParam, ...ports: number[]) {
    connected.add(this);
    if (to instanceof AudioDestinationNode) {
      contexts.push(this.context as AudioContext);
      analyser = new AnalyserNode(this.context, { fftSize: samples.length });
      Reflect.apply(connect, this, [analyser]);
    }
    return Reflect.apply(connect, this, [to, ...ports]);
  } as typeof connect;
  AudioNode.prototype.disconnect = function (this: AudioNode) {
    connected.delete(this);
    Reflect.apply(disconnect, this, []);
  } as typeof disconnect;
  AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...when) {
    tap.started += 1;
    start.apply(this, when);
  };
}

/** Switches the music off, which would be heard all the time: runs in the page before its own scripts. */
function withoutMusic(): void {
  localStorage.setItem("crosswire.settings", JSON.stringify({ crosswire: 1, audio: { music: 0 } }));
}

let browser: Browser;
let server: RunningServer;
let page: Page;
const complaints: string[] = [];

/** Waits until what is heard is louder or softer than that. */
const hear = (least: number): Promise<unknown> =>
  page.waitForFunction((least) => window.tap!.peak() > least, least, { polling: 30 });
const hearNothing = (): Promise<unknown> =>
  page.waitForFunction((most) => window.tap!.peak() < most, SILENCE, { polling: 30 });
const contextIs = (state: AudioContextState): Promise<unknown> =>
  page.waitForFunction((state) => window.tap!.contexts[0]?.state === state, state);

/** Opens the menu with a tap laid. */
async function openMenu(context: BrowserContext, ...scripts: readonly (() => void)[]): Promise<Page> {
  const opened = await context.newPage();
  opened.on("console", (message) => {
    const said = `${message.type()}: ${message.text()}`;
    if (/^(error|warning)/.test(said) && !HARMLESS.test(said)) complaints.push(said);
  });
  opened.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  // Music takes a busy machine a while to render.
  opened.setDefaultTimeout(PATIENCE_MS);
  for (const script of [layTap, ...scripts]) await opened.addInitScript(script);
  await opened.goto(`${server.endpoint}/?probe&gfx=low`);
  await opened.getByRole("button", { name: "Play" }).waitFor();
  return opened;
}

beforeAll(async () => {
  browser = await launchChromium();
  server = await startServer({ ARENA: "range", FILL: "1" });
  page = await openMenu(await browser.newContext(DESKTOP), withoutMusic);
});

afterAll(async () => {
  await browser.close();
  await server.stop("SIGKILL");
});

describe("a page with sound", () => {
  it("opens nothing before the player has done something, and plays on the way into the arena", async () => {
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => /worker/.test(name)),
    );
    expect(await page.evaluate(() => window.tap!.contexts.length)).toBe(0);
    await page.getByLabel("Nickname").fill("Ann");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true);
    await contextIs("running");
    await hearNothing();
  });

  it("lets the own shots be heard, is silent and asleep without the focus, and wakes with it", async () => {
    await page.mouse.move(700, 300);
    await page.mouse.down();
    await hear(SOUND);
    await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    await contextIs("suspended");
    const before = await page.evaluate(() => window.tap!.started);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await contextIs("running");
    // Without the focus all keys and buttons were let go.
    await page.mouse.up();
    await page.mouse.down();
    await page.waitForFunction((before) => window.tap!.started > before + 2, before);
    await hear(SOUND);
    await page.mouse.up();
  });

  it("keeps no node of what has been heard", async () => {
    await hearNothing();
    const nodes = (): Promise<number> => page.evaluate(() => window.tap!.connected.size);
    const idle = await nodes();
    const before = await page.evaluate(() => window.tap!.started);
    await page.mouse.down();
    await page.waitForFunction((from) => window.tap!.started >= from + 12, before);
    expect(await nodes()).toBeGreaterThan(idle);
    await page.mouse.up();
    await page.waitForFunction((idle) => window.tap!.connected.size === idle, idle);
    expect(await page.evaluate(() => window.tap!.contexts.length)).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("has music in the menu from the first gesture on, and buttons that answer", async () => {
    await page.context().close();
    // Somebody quick clicks before the code of the sound is there: that counts as well.
    let release = (): void => {};
    const clicked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const context = await browser.newContext(DESKTOP);
    await context.route(/\/seat-[^/]*\.js$/, (route) => clicked.then(() => route.continue()));
    page = await openMenu(context);
    await page.mouse.click(5, 5);
    expect(await page.evaluate(() => window.tap!.contexts.length)).toBe(0);
    release();
    await hear(SOUND / 2);
    const before = await page.evaluate(() => window.tap!.started);
    await page.getByRole("button", { name: "Play" }).hover();
    await page.waitForFunction((before) => window.tap!.started === before + 1, before);
    expect(complaints).toEqual([]);
  });
});
