import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ITEMS, ModeId, WEAPONS } from "../../shared/content/index.ts";
import { launchChromium } from "../../tools/browser/browser.ts";
import { around, frames, look } from "./stage/look.ts";
import { type OpenStage, openStage, VIEWPORT } from "./stage/open.ts";
import type { Stage } from "./stage/stage.ts";

/** Draw calls of a full hall: one sheet for nearly all, one for all names, the pieces of the floor, the light. */
const MOST_DRAW_CALLS = 30;

/** The engine tells of the loss, and then frees buffers that went with the lost context: the browser minds that. */
const OF_A_LOSS = /context (was )?(lost|restored)|object does not belong to this context/i;

let browser: Browser;
let stage: OpenStage;

beforeAll(async () => {
  browser = await launchChromium();
  stage = await openStage(browser);
});

afterAll(async () => {
  await stage.close();
  await browser.close();
});

function census(page: Page): Promise<ReturnType<Stage["view"]["census"]>> {
  return page.evaluate(() => window.stage!.view.census());
}

/** Sixteen drones of two teams with everything on them, and everything that a world can hold around them. */
async function fill(page: Page): Promise<void> {
  await page.evaluate((weapons) => {
    const { world, addDrone, addBolt, addMine, emit } = window.stage!;
    const { arena } = world;
    const middle = { x: (arena.columns * arena.tile) / 2, y: (arena.rows * arena.tile) / 2 };
    for (let i = 0; i < 16; i++) {
      const place = { x: middle.x - 280 + (i % 4) * 190, y: middle.y - 180 + Math.floor(i / 4) * 110 };
      addDrone({ ...place, team: 1 + (i % 2), weapon: i % weapons, plating: i * 6, charge: i / 16 });
      Object.assign(world.drones[i]!, { overclocked: i % 5 === 1, laden: i === 2, protected: i % 7 === 3 });
      addBolt({ x: place.x + 60, y: place.y, weapon: i % 2 === 0 ? 0 : 4, owner: i });
      addMine({ x: place.x, y: place.y + 50, friendly: i % 2 === 0, owner: i, armed: (i % 3) / 2 });
      world.drops.push({
        ...{ id: `drop-${i}`, weapon: i % weapons },
        ...{ x: place.x - 40, y: place.y, endsIn: i },
      });
      emit({ type: "shot", slot: i, own: i === 0, weapon: i % weapons, ...place, angle: 0 });
      emit({ type: "trace", slot: i, own: i === 0, weapon: i % weapons, ...place, angle: i, length: 200 });
    }
    emit({ type: "blast", by: 1, weapon: 4, ...middle, radius: 100 });
    emit({ type: "bounce", ...middle });
  }, WEAPONS.length);
}

describe("the view of a made-up world", () => {
  it("goes from map to map and back without keeping anything of the old ones", async () => {
    const page = await stage.show();
    const enter = (map: string) => page.evaluate((name) => window.stage!.enter(name), map);
    await enter("foundry");
    await frames(page, 3);
    const before = await census(page);
    expect(before.pictures).toBeGreaterThan(100);
    for (const map of ["yards", "gates", "yards", "foundry"]) {
      await enter(map);
      await fill(page);
      await frames(page, 3);
    }
    await enter("foundry");
    await frames(page, 3);
    expect(await census(page)).toEqual(before);
    expect(stage.complaints).toEqual([]);
  });

  it.each(["", "quality=medium", "quality=low&still"])(
    "shows a full hall with few draw calls (%s)",
    async (settings) => {
      const page = await stage.show(settings);
      await page.evaluate(([map, mode]) => window.stage!.enter(map, mode), [
        "gates",
        ModeId.courier,
      ] as const);
      await fill(page);
      await page.evaluate((kinds) => {
        const { world } = window.stage!;
        for (let kind = 0; kind < kinds; kind++)
          world.racks.push({ kind, x: 0, y: 0, readyIn: 1, progress: 0.5 });
        world.packets.push(
          { team: 1, x: 400, y: 300, home: false, carrier: null, returnsIn: 9 },
          { team: 2, x: 0, y: 0, home: false, carrier: 2, returnsIn: 0 },
        );
        const { x, y, radius } = world.arena.zones[0]!;
        world.zone = { x, y, radius, holder: 2, contested: true, movesIn: 5 };
      }, ITEMS.length);
      await frames(page, 4);
      const { drawCalls } = await page.evaluate(() => window.stage!.view.stats);
      expect(drawCalls).toBeGreaterThan(5);
      expect(drawCalls).toBeLessThanOrEqual(MOST_DRAW_CALLS);
      expect(stage.complaints).toEqual([]);
    },
  );

  it("changes its quality while it runs, and looks the same again when it is back", async () => {
    const page = await stage.show("still");
    await page.evaluate(() => window.stage!.addDrone({ x: 500, y: 400 }));
    const set = (quality: "low" | "medium" | "high"): Promise<void> =>
      page.evaluate((quality) => window.stage!.set({ quality }), quality);
    const width = (): Promise<number> => page.evaluate(() => document.querySelector("canvas")!.width);
    const high = await look(page);
    const pictures = await census(page);
    await set("low");
    expect(await look(page)).not.toBe(high);
    expect(await width()).toBeLessThan(VIEWPORT.width);
    await set("medium");
    expect(await look(page)).not.toBe(high);
    expect(await width()).toBe(VIEWPORT.width);
    await set("high");
    expect(await look(page)).toBe(high);
    expect(await census(page)).toEqual(pictures);
    expect(stage.complaints).toEqual([]);
  });

  it.each(["still", "quality=medium&still"])(
    "gets everything back that was lost with the graphics card's memory (%s)",
    async (settings) => {
      const page = await stage.show(settings);
      await page.evaluate(() => {
        const { addDrone, emit } = window.stage!;
        addDrone({ x: 500, y: 400 });
        addDrone({ x: 560, y: 420 });
        // Marks on the floor: a mine's crater and a hole in the wall.
        emit({ type: "blast", by: 1, weapon: 5, x: 470, y: 420, radius: 60 });
        emit({ type: "impact", on: "wall", own: false, x: 530, y: 380, angle: 0 });
      });
      // What flew and shone is gone; the marks are what stays.
      await page.waitForTimeout(900);
      const before = await look(page, around(320, 180, 320, 180));
      await page.evaluate(() => {
        const gl = document.querySelector("canvas")!.getContext("webgl")!;
        const door = gl.getExtension("WEBGL_lose_context")!;
        Object.assign(window, { bringBack: () => door.restoreContext() });
        door.loseContext();
      });
      await page.waitForFunction(() =>
        document.querySelector("canvas")!.getContext("webgl")!.isContextLost(),
      );
      const lost = await page.evaluate(() => window.stage!.view.stats.frames);
      await page.evaluate(() => (window as unknown as { bringBack(): void }).bringBack());
      await page.waitForFunction((since) => {
        const gl = document.querySelector("canvas")!.getContext("webgl")!;
        return !gl.isContextLost() && window.stage!.view.stats.frames > since + 3;
      }, lost);
      expect(await look(page, around(320, 180, 320, 180))).toBe(before);
      expect(stage.complaints.filter((said) => !OF_A_LOSS.test(said))).toEqual([]);
    },
  );

  it("looks through the eyes of whoever is followed, and of nobody when there is nobody", async () => {
    const page = await stage.show("still");
    await page.evaluate(() => window.stage!.enter("foundry"));
    const nobody = await look(page);
    expect(await look(page)).toBe(nobody);
    await page.evaluate(() => {
      const { world, addDrone } = window.stage!;
      addDrone({ x: 300, y: 300 });
      world.focus = addDrone({ x: 900, y: 600, self: false });
      world.self = null;
      world.watching = { team: 0, slot: 1 };
    });
    const other = await look(page);
    await page.evaluate(() => {
      window.stage!.world.focus = window.stage!.world.drones[0]!;
    });
    const first = await look(page);
    expect(new Set([nobody, other, first]).size).toBe(3);
    expect(stage.complaints).toEqual([]);
  });

  it("leaves the names of others away when nobody wants them", async () => {
    const page = await stage.show("quality=low&still");
    await page.evaluate(() => {
      window.stage!.addDrone({ x: 500, y: 400 });
      window.stage!.addDrone({ x: 540, y: 400, name: "WWWWWWWW" });
    });
    const named = await look(page);
    await page.evaluate(() => window.stage!.set({ names: false }));
    const nameless = await look(page);
    expect(nameless).not.toBe(named);
    await page.evaluate(() => {
      window.stage!.world.drones[1]!.name = "iii";
    });
    expect(await look(page)).toBe(nameless);
    await page.evaluate(() => window.stage!.set({ names: true }));
    expect(await look(page)).not.toBe(nameless);
  });

  it("gives a drone another look when it changes the team, and its old one when it comes back", async () => {
    const page = await stage.show("still");
    await page.evaluate(() => window.stage!.enter("gates", 1));
    await page.evaluate(() => window.stage!.addDrone({ x: 500, y: 500, team: 1 }));
    const join = async (team: number): Promise<string> => {
      await page.evaluate((wanted) => {
        window.stage!.world.drones[0]!.team = wanted;
      }, team);
      return look(page);
    };
    const azure = await join(1);
    const before = await census(page);
    expect(await join(2)).not.toBe(azure);
    expect(await join(1)).toBe(azure);
    expect(await census(page)).toEqual(before);
    expect(stage.complaints).toEqual([]);
  });

  it("shows a lost drone where its killer saw it, until it is back; a bot has no screen to have seen it on", async () => {
    const page = await stage.show("still");
    await page.evaluate(() => {
      const { addDrone } = window.stage!;
      addDrone({ x: 500, y: 400 });
      addDrone({ x: 0, y: 0, bot: false, seen: false });
      addDrone({ x: 0, y: 0, bot: true, seen: false });
    });
    await frames(page, 3);
    // The picture stays where the drone was lost.
    await page.evaluate(() => Object.assign(window.stage!.world.self!, { alive: false }));
    const before = await look(page);
    const lose = (by: number): Promise<void> =>
      page.evaluate((by) => {
        const { x, y } = window.stage!.world.self!;
        const { emit } = window.stage!;
        emit({ type: "death", by, weapon: 0, x: x + 10, y, pingMs: 90, rewindMs: 150 });
      }, by);
    await lose(2);
    expect(await look(page)).toBe(before);
    await lose(1);
    expect(await look(page)).not.toBe(before);
    await page.evaluate(() => window.stage!.emit({ type: "spawn", slot: 0, own: true, x: -500, y: -500 }));
    await page.waitForTimeout(500);
    expect(await look(page)).toBe(before);
    expect(stage.complaints).toEqual([]);
  });

  it.each([
    ["what protects it", { plating: 60 }],
    ["what makes it fast", { overclocked: true }],
    ["what it carries", { laden: true, team: 1 }],
    ["that it is about to fire", { weapon: 3, charge: 0.9 }],
    ["that it cannot be hurt yet", { protected: true }],
  ])("shows of a drone %s", async (_, changes) => {
    const page = await stage.show("still");
    const team = "team" in changes ? changes.team : 0;
    await page.evaluate(([weapon, team]) => window.stage!.addDrone({ x: 500, y: 400, weapon, team }), [
      "weapon" in changes ? changes.weapon : 0,
      team,
    ] as const);
    const before = await look(page);
    await page.evaluate((news) => Object.assign(window.stage!.world.drones[0]!, news), changes);
    expect(await look(page)).not.toBe(before);
    expect(stage.complaints).toEqual([]);
  });
});
