import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measureFrames } from "../../tools/bench/client/frames.ts";
import { LIMITS } from "../../tools/bench/client/limits.ts";
import { visit } from "../../tools/bench/client/loading.ts";
import { sum, weighShell } from "../../tools/bench/client/sizes.ts";
import { launchChromium } from "../../tools/browser/browser.ts";
import { startServer } from "../../tools/headless/index.ts";

/** A busy machine without a graphics card takes many times what the bench measures; growth by a class is still seen. */
const SLACK = 15;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

describe("the budget of the client", () => {
  it("holds for the bytes of the menu, and for all until somebody plays", async () => {
    const server = await startServer();
    const { files } = await visit(browser, server.endpoint);
    await server.stop();
    const kinds = [/^index\.html$/, /phaser/, /view/, /door/, /seat/, /atlas.*\.webp$/, /\.css$/];
    for (const kind of kinds) expect(files.some(({ file }) => kind.test(file))).toBe(true);
    expect(sum(weighShell())).toBeLessThanOrEqual(LIMITS.shellBytes);
    expect(sum(files)).toBeLessThanOrEqual(LIMITS.controlBytes);
  });

  it("holds for the draw calls of a full fight, and about for its script", async () => {
    const { drawCalls, scriptMs } = await measureFrames(browser, { warm: 20, frames: 30 }, "high");
    expect(drawCalls).toBeGreaterThan(5);
    expect(drawCalls).toBeLessThanOrEqual(LIMITS.drawCalls);
    expect(scriptMs.median).toBeLessThan(LIMITS.scriptMs * SLACK);
  });
});
