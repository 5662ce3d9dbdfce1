/** The game as an app: it can be installed, and knows what to say without its server. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { startServer } from "../../tools/headless/index.ts";
import { openTab, play } from "./page.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

it("can be installed, shows an offline page while the server is gone, and comes back by itself", async () => {
  const settings = { ARENA: "range", FILL: "0" };
  const first = await startServer(settings);
  const tab = await openTab(browser, first.endpoint, { viewport: { width: 640, height: 360 } });
  const { page } = tab;
  const build = await (await fetch(`${first.endpoint}/build.txt`)).text();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const devtools = await page.context().newCDPSession(page);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? "") as { icons: { src: string }[] };
  expect(manifest.icons).toHaveLength(3);
  for (const { src } of manifest.icons) {
    const icon = await fetch(first.endpoint + src);
    expect(icon.headers.get("content-type")).toBe("image/png");
  }
  expect(tab.complaints).toEqual([]);

  // From now on the worker stands between page and server, and the game does not mind.
  await page.reload();
  await play(tab, "Mira");
  const kept = await page.evaluate(async () => {
    const [name = ""] = await caches.keys();
    const paths = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    return { name, paths };
  });
  expect(kept.name).toBe(`crosswire-${build}`);
  expect(kept.paths).toContain("/offline/");
  expect(kept.paths.filter((path) => /^\/assets\/(index|seat|phaser)-.*\.js$/.test(path))).toHaveLength(3);
  expect(kept.paths).not.toContain("/");
  expect(tab.complaints).toEqual([]);

  await page.evaluate(() =>
    localStorage.setItem("crosswire.settings", '{"crosswire":1,"interface":{"language":"de"}}'),
  );
  await page.reload();
  // The offline page has no other words than those that the game has left for it.
  await page.waitForFunction(() => localStorage.getItem("crosswire.offline")?.includes('"lang":"de"'));

  await first.stop("SIGKILL");
  await page.goto(`${first.endpoint}/#later`);
  await page.reload();
  await page.getByRole("heading", { name: "Kein Weg zum Server" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("de");
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await page.getByRole("heading", { name: "Kein Weg zum Server" }).waitFor();
  await tab.picture("offline");
  const second = await startServer({ ...settings, PORT: String(first.port) });
  await page.getByRole("button", { name: "Spielen" }).waitFor({ timeout: 20_000 });
  expect(page.url()).toContain("#later");
  await tab.close();
  await second.stop();
});
