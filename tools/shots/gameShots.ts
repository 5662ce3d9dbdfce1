/** Pictures of the running game: the menu, each mode, what is set, other screens and other eyes. */
import type { Browser, Page } from "playwright-core";
import { enterArena, FIELD, liveliestLook, PHONE, type Setting, touchOn, withPage } from "./game.ts";

/** One picture: its name, and how it is made. */
export interface Shot {
  readonly name: string;
  take(browser: Browser): Promise<Buffer>;
}

/** Looks at a fight of which the liveliest is kept. */
const LOOKS = 12;

/** A picture of a page of the game. */
function shot(name: string, setting: Setting, look: (page: Page) => Promise<Buffer>): Shot {
  return {
    name,
    async take(browser) {
      let picture: Buffer | null = null;
      await withPage(browser, setting, async (page) => {
        picture = await look(page);
      });
      return picture!;
    },
  };
}

function fight(name: string, setting: Setting): Shot {
  return shot(name, { browser: FIELD, ...setting }, async (page) => {
    await enterArena(page);
    return liveliestLook(page, LOOKS);
  });
}

function mode(name: string, arena: string): Shot {
  return fight(name, { server: { MODES: name, ARENA: arena } });
}

function palette(name: "deutan" | "protan" | "tritan"): Shot {
  return fight(`palette-${name}`, { settings: { interface: { palette: name } } });
}

/** Waits for the lamp over the menu: it goes on when the game has been fetched, and is bright after a moment. */
async function lampIsOn(page: Page): Promise<void> {
  await page.locator(".lamp").waitFor({ state: "attached" });
  await page.waitForTimeout(1000);
}

/** The menu when its fonts and pictures are there. */
const menu = shot("menu", { server: { MODES: "all" } }, async (page) => {
  await lampIsOn(page);
  await page.locator(".how-to").waitFor();
  await page.locator(".modes button").first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot();
});

const settings = shot("settings", {}, async (page) => {
  await lampIsOn(page);
  await page.getByRole("button", { name: /settings/i }).click({ timeout: 10_000 });
  await page.getByRole("dialog").waitFor();
  // It fades in.
  await page.waitForTimeout(1000);
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot();
});

const podium = shot(
  "podium",
  { server: { ROUND_SECONDS: "20", RESULT_SECONDS: "60", MODES: "ffa" } },
  async (page) => {
    await enterArena(page);
    await page.waitForFunction(() => window.__crosswire!.world.round.phase === "podium", undefined, {
      timeout: 120_000,
    });
    // Its rows come with the next answer of the server.
    await page.waitForTimeout(1500);
    return page.screenshot();
  },
);

const phone = shot("phone", { browser: PHONE }, async (page) => {
  await page.getByRole("button", { name: "Play", exact: true }).tap();
  await page.waitForFunction(() => window.__crosswire?.world.self?.alive === true, undefined, {
    timeout: 120_000,
  });
  return liveliestLook(page, LOOKS, await touchOn(page));
});

export const GAME_SHOTS: readonly Shot[] = [
  menu,
  mode("ffa", "foundry"),
  mode("tdm", "gallery"),
  mode("uplink", "courtyard"),
  mode("courier", "gates"),
  fight("yards", { server: { ARENA: "yards" } }),
  podium,
  settings,
  phone,
  fight("contrast", { settings: { interface: { highContrast: true } } }),
  palette("deutan"),
  palette("protan"),
  palette("tritan"),
];
