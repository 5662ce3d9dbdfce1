/** The mode of the menu and the link to a room: who comes where. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { joinPlayer, type RunningServer, startServer } from "../../tools/headless/index.ts";

/** Drawn without a graphics card: the less the better. */
const TINY = { viewport: { width: 400, height: 300 } };

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startServer({
    ARENA: "gates",
    MODES: "ffa,tdm",
    FILL: "0",
    SEATS: "2",
    HOLD_SECONDS: "120",
  });
});

afterAll(async () => {
  await browser.close();
  await server.stop("SIGKILL");
});

const roomOf = (page: Page): Promise<string> => page.evaluate(() => window.__crosswire!.session.roomId);

const arrival = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, { timeout: 60_000 });

/** Opens the page in a browser that has not been here before; with a hash such as `#r/CODE` by a friend's link. */
async function open(hash = ""): Promise<Page> {
  const context = await browser.newContext(TINY);
  const page = await context.newPage();
  await page.goto(`${server.endpoint}/?probe&gfx=low${hash}`);
  return page;
}

it("the mode that is chosen is played, and the link to the match leads a second browser into it", async () => {
  const ann = await open();
  const modes = ann.getByRole("group", { name: "Mode" });
  await modes.getByRole("button", { name: "Team deathmatch" }).click({ timeout: 60_000 });
  expect(await modes.getByRole("button").allTextContents()).toEqual([
    "Any",
    "Free-for-all",
    "Team deathmatch",
  ]);
  await ann.getByRole("button", { name: "Play" }).click();
  await arrival(ann);
  expect(await ann.evaluate(() => window.__crosswire!.world.round.mode)).toBe(1);
  const room = await roomOf(ann);

  await ann.keyboard.press("Escape");
  const field = ann.getByLabel("Link to this match");
  const link = await field.inputValue();
  expect(link).toBe(`${server.endpoint}/#r/${room}`);
  await ann.getByRole("button", { name: "QR code" }).click();
  await ann.getByRole("img", { name: /QR code of the link/ }).waitFor();
  await ann.getByRole("button", { name: "Hide code" }).click();
  expect(await field.inputValue()).not.toContain(room);
  expect(await ann.content()).not.toContain(room);
  await ann.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await ann.getByRole("button", { name: "Copy link" }).click();
  await ann.getByRole("button", { name: "Copied" }).waitFor();
  expect(await ann.evaluate(() => navigator.clipboard.readText())).toBe(link);

  // Her seat is held and keeps the match going, while her page has nothing to draw.
  await ann.goto("about:blank");
  const bob = await open(new URL(link).hash);
  await bob.getByText(`You are invited to the match ${room}.`).waitFor();
  await bob.getByRole("button", { name: "Join the match" }).click();
  await arrival(bob);
  expect(await roomOf(bob)).toBe(room);
  expect(new URL(bob.url()).hash).toBe("");
  await bob.context().close();

  // Another tab of the first browser: it has no seat, and remembers the mode.
  const tab = await ann.context().newPage();
  await ann.close();
  await tab.goto(server.endpoint);
  await tab.getByRole("button", { name: "Team deathmatch", pressed: true }).waitFor({ timeout: 60_000 });
  await tab.context().close();
});

it("a match that is full or over is said to be so, and there is a way on", async () => {
  const [dan, eve] = [await joinPlayer(server.endpoint, "Dan"), await joinPlayer(server.endpoint, "Eve")];
  const { roomId } = dan.session;
  expect(eve.session.roomId).toBe(roomId);
  const page = await open(`#r/${roomId}`);
  await page.getByRole("button", { name: "Join the match" }).click();
  await page.getByText("That match is full.").waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Play another match" }).waitFor();

  // Somebody leaves; who has a name by now goes straight in.
  await eve.leave();
  await dan.until(() => dan.session.world.drones.length === 1, "the place");
  await page.reload();
  await page.waitForFunction((wanted) => window.__crosswire?.session.roomId === wanted, roomId, {
    timeout: 60_000,
  });
  await dan.leave();

  // The seat of this tab is still held, but a link is followed before a seat in another match.
  await page.goto("about:blank");
  await page.goto(`${server.endpoint}/?probe&gfx=low#r/nosuchroom`);
  await page.getByText("That match is over.").waitFor({ timeout: 60_000 });
  expect(new URL(page.url()).hash).toBe("");
  await page.getByRole("button", { name: "Try again" }).click();
  await arrival(page);
  await page.context().close();
});
