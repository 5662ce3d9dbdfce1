import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layPicture } from "../../client/view/camera.ts";
import { type Arena, inSight, isSolid, type Spot } from "../../shared/arena/index.ts";
import { DRONE, ModeId } from "../../shared/content/index.ts";
import { launchChromium } from "../../tools/browser/browser.ts";
import { loadArena, middleOf } from "../fixtures/arenas.ts";
import { around, frames, look, WHOLE } from "./stage/look.ts";
import { type OpenStage, openStage, VIEWPORT } from "./stage/open.ts";

/** px from the eye within which a place is in the picture, name tag and all. */
const NEAR = { x: 360, y: 190 } as const;

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

/** The middle of a tile in the picture around an eye, of which all or nothing is in sight. */
function findSpot(arena: Arena, eye: Spot, seen: boolean): Spot {
  for (let row = 0; row < arena.rows; row++) {
    for (let column = 0; column < arena.columns; column++) {
      const { x, y } = middleOf(column, row);
      const away = Math.max(Math.abs(x - eye.x) / NEAR.x, Math.abs(y - eye.y) / NEAR.y);
      if (isSolid(arena, column, row) || away > 1 || away < 0.4) continue;
      const rims = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ dx, dy })));
      const all = rims.every(
        ({ dx, dy }) =>
          inSight(arena, eye.x, eye.y, x + dx * DRONE.radius * 2, y + dy * DRONE.radius * 2) === seen,
      );
      if (all) return { x, y };
    }
  }
  throw new Error(`no such place on ${arena.name}`);
}

/** A place in the middle of a map, far from its border, from which some of what is near is hidden. */
function findEye(arena: Arena): Spot {
  const middle = { x: (arena.columns * arena.tile) / 2, y: (arena.rows * arena.tile) / 2 };
  const spots = [...arena.spawns, ...arena.items, ...arena.zones];
  const away = ({ x, y }: Spot): number => Math.max(Math.abs(x - middle.x), Math.abs(y - middle.y));
  const best = spots.sort((a, b) => away(a) - away(b))[0];
  if (best === undefined) throw new Error(`${arena.name} is empty`);
  return { x: best.x, y: best.y };
}

describe.each([
  ["yards", "high"],
  ["foundry", "low"],
])("on %s in %s quality, what is drawn", (map, quality) => {
  const arena = loadArena(map);
  const eye = findEye(arena);
  const open = findSpot(arena, eye, true);
  const shadow = findSpot(arena, eye, false);

  const begin = async (): Promise<Page> => {
    const page = await stage.show(`still&quality=${quality}`);
    await page.evaluate(([map, mode]) => window.stage!.enter(map, mode), [map, ModeId.tdm] as const);
    await page.evaluate((at) => window.stage!.addDrone({ ...at, team: 1 }), eye);
    return page;
  };

  it("of drones are those in the light and all mates, but none of whom nothing is known", async () => {
    const page = await begin();
    const empty = await look(page, WHOLE);
    const withDrone = async (at: Spot, team: number, seen = true): Promise<string> => {
      await page.evaluate(([at, team, seen]) => window.stage!.addDrone({ ...at, team, seen }), [
        at,
        team,
        seen,
      ] as const);
      const picture = await look(page, WHOLE);
      await page.evaluate(() => window.stage!.world.drones.pop());
      await frames(page, 2);
      return picture;
    };
    expect(await withDrone(open, 2)).not.toBe(empty);
    expect(await withDrone(shadow, 2)).toBe(empty);
    expect(await withDrone(shadow, 1)).not.toBe(empty);
    expect(await withDrone(open, 2, false)).toBe(empty);
    expect(await withDrone(shadow, 1, false)).toBe(empty);
    expect(stage.complaints).toEqual([]);
  });

  it("of a drone is gone soon after it has gone into the shadow, and all there when it comes out", async () => {
    const page = await begin();
    const empty = await look(page, WHOLE);
    await page.evaluate((at) => window.stage!.addDrone({ ...at, team: 2 }), open);
    const shown = await look(page, WHOLE);
    const put = (at: Spot, health: number): Promise<unknown> =>
      page.evaluate(([at, health]) => Object.assign(window.stage!.world.drones[1]!, at, { health }), [
        at,
        health,
      ] as const);
    await put(shadow, 100);
    expect(await look(page, WHOLE)).toBe(empty);
    await put(open, 100);
    expect(await look(page, WHOLE)).toBe(shown);
    expect(stage.complaints).toEqual([]);
  });

  it("of what flies and lies about is what lies in the light, and what is the own", async () => {
    const page = await begin();
    const empty = await look(page, WHOLE);
    const things = ["bolt", "grenade", "mine", "drop"] as const;
    const withThing = async (thing: (typeof things)[number], at: Spot, own: boolean): Promise<string> => {
      await page.evaluate(
        ([thing, { x, y }, own]) => {
          const { world, addBolt, addMine } = window.stage!;
          const owner = own ? 0 : 1;
          if (thing === "bolt") addBolt({ x, y, owner, own, flown: 20 });
          if (thing === "grenade") addBolt({ x, y, owner, own, weapon: 4, dx: 0 });
          if (thing === "mine") addMine({ x, y, owner, friendly: own });
          if (thing === "drop") world.drops.push({ id: "drop", weapon: 1, x, y, endsIn: 9 });
        },
        [thing, at, own] as const,
      );
      const picture = await look(page, WHOLE);
      await page.evaluate(() => {
        const { world } = window.stage!;
        for (const list of [world.bolts, world.mines, world.drops]) list.length = 0;
      });
      return picture;
    };
    for (const thing of things) {
      expect(await withThing(thing, open, false), `${thing} in the light`).not.toBe(empty);
      expect(await withThing(thing, shadow, false), `${thing} in the shadow`).toBe(empty);
      if (thing !== "drop") expect(await withThing(thing, shadow, true), `own ${thing}`).not.toBe(empty);
    }
    expect(stage.complaints).toEqual([]);
  });

  it("of shots, ends and explosions is what happens in the light", async () => {
    const page = await begin();
    const empty = await look(page, WHOLE);
    /** Happens again and again, since a picture takes its time. */
    const whileHappening = async (at: Spot): Promise<string> => {
      const timer = await page.evaluate(
        ({ x, y }) =>
          window.setInterval(() => {
            const { emit } = window.stage!;
            emit({ type: "shot", slot: 1, own: false, weapon: 0, x, y, angle: 0 });
            emit({ type: "trace", slot: 1, own: false, weapon: 3, x, y, angle: 0, length: 12 });
            emit({ type: "impact", on: "wall", own: false, x, y, angle: 0 });
            emit({ type: "dash", slot: 1, own: false, x, y });
            emit({ type: "spawn", slot: 1, own: false, x, y });
            emit({ type: "bounce", x, y });
            emit({ type: "picked", weapon: 1, by: 1, own: false, x, y });
            emit({ type: "blast", by: 1, weapon: 4, x, y, radius: 20 });
            const kill = { killer: 1, victim: 2, weapon: 1, assists: [], late: false };
            emit({ type: "kill", ...kill, x, y });
          }, 20),
        at,
      );
      const picture = await look(page, WHOLE);
      await page.evaluate((each) => window.clearInterval(each), timer);
      return picture;
    };
    expect(await whileHappening(shadow)).toBe(empty);
    expect(await whileHappening(open)).not.toBe(empty);
    expect(stage.complaints).toEqual([]);
  });
});

describe("what is heard and not seen", () => {
  const arena = loadArena("yards");
  const eye = findEye(arena);

  /** The four sides of the picture while something is heard, and when it is over. */
  async function listen(
    page: Page,
    what: "shot" | "blast",
    sector: number,
    loudness: number,
  ): Promise<string[]> {
    const timer = await page.evaluate(
      ([what, sector, loudness]) =>
        window.setInterval(() => window.stage!.emit({ type: "heard", what, weapon: 0, sector, loudness }), 5),
      [what, sector, loudness] as const,
    );
    const sides = await lookAtSides(page);
    await page.evaluate((each) => window.clearInterval(each), timer);
    await page.waitForTimeout(600);
    return sides;
  }

  const third = { width: VIEWPORT.width / 3, height: VIEWPORT.height / 3 };
  async function lookAtSides(page: Page): Promise<string[]> {
    const { width, height } = VIEWPORT;
    const sides: string[] = [];
    for (const [x, y] of [
      [width - third.width / 2, height / 2],
      [width / 2, height - third.height / 2],
      [third.width / 2, height / 2],
      [width / 2, third.height / 2],
    ] as const) {
      sides.push(await look(page, around(x, y, Math.floor(third.width), Math.floor(third.height))));
    }
    return sides;
  }

  it("shows for half a second on the side from which it came, a blast other than a shot", async () => {
    // The marks lie over the light, and are the same without it.
    const page = await stage.show("still&quality=low");
    await page.evaluate(() => window.stage!.enter("yards"));
    await page.evaluate((at) => window.stage!.addDrone(at), eye);
    const silence = await lookAtSides(page);
    for (const [sector, side] of [
      [0, 0],
      [6, 3],
    ] as const) {
      const sides = await listen(page, "shot", sector, 0.8);
      expect(sides.map((picture, i) => picture !== silence[i])).toEqual([0, 1, 2, 3].map((i) => i === side));
    }
    expect(await lookAtSides(page)).toEqual(silence);
    expect((await listen(page, "blast", 0, 0.8))[0]).not.toBe(silence[0]);
    expect(await lookAtSides(page)).toEqual(silence);
    expect(stage.complaints).toEqual([]);
  });
});

describe("near the border of the hall", () => {
  it.each(["yards", "foundry"])(
    "the drone on %s is where the aim counts from, and the picture stays on the hall",
    async (map) => {
      const arena = loadArena(map);
      const page = await stage.show("still&quality=low");
      await page.evaluate((name) => window.stage!.enter(name), map);
      const corner = { x: arena.tile + DRONE.radius, y: arena.tile + DRONE.radius };
      await page.evaluate((at) => window.stage!.addDrone(at), corner);
      await frames(page, 3);
      const at = await page.evaluate(() => window.stage!.aimOrigin);
      const { zoom } = layPicture(VIEWPORT.width, VIEWPORT.height);
      // What lies beyond the hall takes 15 % of the picture at most, and here exactly that.
      expect(at.x).toBeCloseTo(VIEWPORT.width * 0.15 + corner.x * zoom, 0);
      expect(at.y).toBeCloseTo(VIEWPORT.height * 0.15 + corner.y * zoom, 0);
      const drone = around(at.x, at.y, 40, 40);
      const before = await look(page, drone);
      const elsewhere = around(at.x + 60, at.y, 40, 40);
      const beside = await look(page, elsewhere);
      await page.evaluate(() => Object.assign(window.stage!.world.drones[0]!, { plating: 60 }));
      expect(await look(page, drone)).not.toBe(before);
      expect(await look(page, elsewhere)).toBe(beside);
      expect(stage.complaints).toEqual([]);
    },
  );
});
