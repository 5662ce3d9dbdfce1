import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import { type Certificate, makeCertificate } from "../fixtures/certificate.ts";
import { DESKTOP, openTab, play } from "./page.ts";

let browser: Browser;
let certificate: Certificate;
let server: RunningServer;

beforeAll(async () => {
  certificate = await makeCertificate();
  browser = await launchChromium();
  server = await startServer({ ARENA: "range", FILL: "2", BOT_SKILL: "0", ...certificate.settings });
});

afterAll(async () => {
  await browser.close();
  await server.stop("SIGKILL");
  certificate.remove();
});

it("the game plays over TLS under its content security policy, which stops what is not its own", async () => {
  const tab = await openTab(browser, server.endpoint, { ...DESKTOP, ignoreHTTPSErrors: true });
  await play(tab, "Ann");
  expect(tab.complaints).toEqual([]);

  const smuggled = await tab.page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'smuggled'";
    document.body.append(script);
    return document.title;
  });
  expect(smuggled).not.toBe("smuggled");
  const abroad = await tab.page.evaluate(() => {
    const blocked = new Promise<string>((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
    });
    new WebSocket("wss://evil.example/");
    return blocked;
  });
  expect(abroad).toBe("connect-src");
  expect(tab.complaints.length).toBeGreaterThan(0);
  await tab.close();
});
