import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../tools/browser/browser.ts";
import { type BoothWindow, type OpenBooth, openBooth } from "./booth/open.ts";
import { misfits } from "./booth/overflow.ts";
import { DESKTOP } from "./page.ts";

const WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What differs for a reader of the page; of two that only differ in numbers one will do. */
const ALL = [
  ...["menu", "menu failed", "menu invited", "no webgl", "settings", "guide", "help"],
  ...["fight", "warmup", "scoreboard teams", "death", "podium", "vote", "watching"],
  ...["pause", "reconnecting", "closed", "comeback"],
];
const SOME = ["menu", "settings", "fight", "scoreboard", "vote"];

/** A busy machine takes its time. */
const PATIENT = { timeout: 15_000 };

let browser: Browser;
let booth: OpenBooth;
let view: BoothWindow;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  booth = await openBooth(browser);
  view = await booth.open({ ...DESKTOP, locale: "en-GB" });
  page = view.page;
});

afterAll(async () => {
  await booth.close();
  await browser.close();
});

function scenes(): Promise<readonly string[]> {
  return page.evaluate(() => window.booth!.scenes);
}

async function show(scene: string): Promise<void> {
  await page.evaluate((name) => window.booth!.show(name, "desktop"), scene);
  // Things that fade in are judged as they stand at last.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
    }
  });
}

/** What axe finds wrong with what is shown. */
async function violations(): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(WCAG_AA)
    // There are no frames, and a second page for the result takes longer than the search.
    .setLegacyMode()
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

describe("axe finds nothing", () => {
  test.each([
    [false, ALL],
    [true, SOME],
  ])("in any menu, dialog or state of the HUD (high contrast: %s)", async (high, shown) => {
    await page.evaluate((on) => {
      window.booth!.settings.interface.highContrast.value = on;
    }, high);
    const found: string[] = [];
    for (const scene of shown) {
      await show(scene);
      for (const violation of await violations()) found.push(`${scene}: ${violation}`);
    }
    await page.evaluate(() => window.booth!.settings.reset());
    expect(found).toEqual([]);
  });
});

describe("the size of the interface", () => {
  test.each([80, 150, 200])("may be %s per cent: nothing leaves the window or its box", async (scale) => {
    await page.evaluate((percent) => {
      window.booth!.settings.interface.scale.value = percent;
    }, scale);
    const found: string[] = [];
    for (const scene of await scenes()) {
      await show(scene);
      for (const misfit of await misfits(page)) found.push(`${scene}: ${misfit}`);
    }
    await page.evaluate(() => window.booth!.settings.reset());
    expect(found).toEqual([]);
  });
});

test("the rows of the settings lie one below the other, on every tab", async () => {
  await show("settings");
  const overlaps: string[] = [];
  for (const name of ["Picture", "Sound", "Screen", "Controls"]) {
    await page.getByRole("tab", { name }).click();
    const found = await page.evaluate(() => {
      const rows = [...document.querySelectorAll(".settings-panel .setting")];
      return rows.filter((row, i) => {
        const next = rows[i + 1]?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
        return [...row.children].some((part) => part.getBoundingClientRect().bottom > next + 1);
      }).length;
    });
    if (found > 0) overlaps.push(`${name}: ${found}`);
  }
  expect(overlaps).toEqual([]);
});

describe("the keyboard alone", () => {
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });

  test("reaches everything in the menu, in the order in which it is read, and sees where it is", async () => {
    await show("menu");
    await expect.poll(focused, PATIENT).toBe("Play");
    const stops = await page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>("#page :is(button, input, select, a[href])");
      const open = [...all].filter((element) => !element.matches(":disabled, [tabindex='-1']"));
      // Of the buttons of one question only the chosen one is a stop; arrows turn to the others.
      const reached = open.filter((element) => !element.matches("[type='radio']:not(:checked)"));
      reached.forEach((element, i) => {
        element.dataset.stop = `${i}`;
      });
      (document.activeElement as HTMLElement).blur();
      return reached.map((_, i) => `${i}`);
    });
    expect(stops.length).toBeGreaterThan(2);
    const visited: (string | undefined)[] = [];
    const unseen: string[] = [];
    await page.evaluate(() => document.querySelector<HTMLElement>("[data-stop='0']")?.focus());
    for (const _ of stops) {
      const at = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        return {
          stop: element.dataset.stop,
          seen: outlined || boxShadow !== "none",
          html: element.outerHTML,
        };
      });
      visited.push(at.stop);
      if (!at.seen) unseen.push(at.html);
      await page.keyboard.press("Tab");
    }
    expect(visited).toEqual(stops);
    expect(unseen).toEqual([]);
  });

  test("asks how to play with a question mark, unless it belongs to a name", async () => {
    await show("menu");
    await expect.poll(focused, PATIENT).toBe("Play");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "How to play" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.getByLabel("Nickname").focus();
    await page.keyboard.type("Who?");
    expect(await page.getByLabel("Nickname").inputValue()).toContain("?");
    expect(await page.locator("dialog").count()).toBe(0);
  });

  test("stays inside a dialog, leaves it with Escape, and is back where it was", async () => {
    await show("scoreboard");
    await page.evaluate(() => {
      const before = document.createElement("button");
      before.id = "before";
      document.body.append(before);
      before.focus();
      window.booth!.store()!.paused.value = true;
    });
    await page.locator("dialog[open]").waitFor();
    expect(await focused()).toBe("Resume");
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      const place = await page.evaluate(() => {
        const element = document.activeElement!;
        return element === document.body
          ? "browser"
          : element.closest("dialog") === null
            ? "outside"
            : "inside";
      });
      // Between the last and the first there is the browser's own.
      expect(place).not.toBe("outside");
    }
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("before");
    await page.evaluate(() => document.getElementById("before")?.remove());
  });
});

describe("what moves and flashes", () => {
  test("stands still for those who want it calm, or whose system does, and changes at once", async () => {
    await show("fight");
    const endless = (): Promise<number> =>
      page.evaluate(
        () =>
          document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations === Infinity)
            .length,
      );
    expect(await endless()).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expect.poll(endless, PATIENT).toBe(0);
    await page.evaluate(() => {
      window.booth!.settings.video.motion.value = "full";
    });
    await expect.poll(endless, PATIENT).toBeGreaterThan(0);
    await page.evaluate(() => {
      window.booth!.settings.video.motion.value = "reduced";
    });
    await expect.poll(endless, PATIENT).toBe(0);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.evaluate(() => window.booth!.settings.reset());
  });

  test("flashes as much as is set", async () => {
    await show("fight");
    const frame = (): Promise<string> =>
      page.locator(".low-frame").evaluate((element) => getComputedStyle(element).filter);
    expect(await frame()).toBe("opacity(1)");
    await page.evaluate(() => {
      window.booth!.settings.video.flash.value = 0;
    });
    expect(await frame()).toBe("opacity(0)");
    // What the frame says is still there to be read.
    expect(await page.locator(".vitals").textContent()).toContain("Low");
    await page.evaluate(() => window.booth!.settings.reset());
  });
});

test("a system that wants more contrast gets it, and nothing has complained", async () => {
  const contrast = (): Promise<string | null> => page.getAttribute("html", "data-contrast");
  await page.emulateMedia({ contrast: "more" });
  await expect.poll(contrast, PATIENT).toBe("high");
  await page.emulateMedia({ contrast: "no-preference" });
  await expect.poll(contrast, PATIENT).toBe("normal");
  expect(view.complaints).toEqual([]);
});
