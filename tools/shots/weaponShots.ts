/** The moment of each weapon, staged: the same drones in the same light, and time that stands still for the picture. */
import type { Browser, Page } from "playwright-core";
import { WEAPONS, type Weapon } from "../../shared/content/index.ts";
import { openStage } from "../../tests/browser/stage/open.ts";
import type { Shot } from "./gameShots.ts";

const SIZE = { width: 960, height: 540 };
/** What of it is kept: the shot flies to the left and down. */
const CLIP = { x: 130, y: 90, width: 672, height: 378 };
/** World px from the middle of the map, where a rack lies, to the own drone; along the shot, which meets no wall there. */
const ASIDE = 46;
/** css px from the drone to the pointer. */
const AIMED = 330;
/** ms from the shot to the picture: the flash still stands, and what was hit has begun to answer. */
const MOMENT_MS = 48;
/** How often, and how long in ms of real time, the page is waited for until all of its frames keep the stopped time. */
const SETTLING_TURNS = 5;
const SETTLING_MS = 250;

/** From here on, time passes in the page only as it is told to. */
async function stopTime(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  // A frame that was asked for before still comes, with the time of before: it must be through when the moment begins.
  for (let turn = 0; turn < SETTLING_TURNS; turn++) {
    await page.clock.runFor(50);
    await page.waitForTimeout(SETTLING_MS);
  }
}

/** Stages the moment in the page. What is thrown at the other drone comes from the own one, left and below. */
async function stageMoment(browser: Browser, weapon: Weapon): Promise<Buffer> {
  const stage = await openStage(browser);
  try {
    const page = await stage.show("quality=high");
    await page.setViewportSize(SIZE);
    await page.evaluate(() => window.stage!.enter("foundry"));
    await stopTime(page);
    await page.evaluate(
      ({ id, kind, pellets, rounds, radius, aimed, aside }) => {
        const { world, addDrone, addBolt, addMine, emit } = window.stage!;
        const { arena } = world;
        const angle = 2.7;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const x = (arena.columns * arena.tile) / 2 + dx * aside;
        const y = (arena.rows * arena.tile) / 2 + dy * aside;
        const at = (way: number): { x: number; y: number } => ({ x: x + dx * way, y: y + dy * way });
        addDrone({ x, y, aim: angle, weapon: id });
        // Beyond the other drone, so that the cross hair covers neither.
        Object.assign(window.stage!.pointer, { x: dx * aimed, y: dy * aimed });
        const foe = addDrone({ ...at(170), aim: angle + Math.PI, name: "Gauge", health: 62, weapon: 1 });
        addDrone({ x: x - 10, y: y - 120, aim: 1.9, name: "Kilo", health: 88, weapon: 2, plating: 60 });
        const muzzle = at(24);
        emit({ type: "shot", slot: 0, own: true, weapon: id, ...muzzle, angle });
        if (kind === "bolt")
          for (const way of [60, 100, 140])
            addBolt({ ...at(way), dx, dy, own: true, owner: 0, weapon: id, flown: way - 24 });
        if (kind === "hitscan") {
          const rays = Math.max(pellets, rounds);
          for (let ray = 0; ray < rays; ray++) {
            const aim = angle + (rays === 1 ? 0 : (ray / (rays - 1) - 0.5) * (pellets > 1 ? 0.3 : 0.05));
            const length = rays === 1 ? 300 : 146 + (ray % 3) * 14;
            emit({ type: "trace", slot: 0, own: true, weapon: id, ...muzzle, angle: aim, length });
          }
          emit({ type: "impact", on: "drone", own: true, ...at(155), angle });
        }
        if (kind === "grenade") addBolt({ ...at(70), dx, dy, own: true, owner: 0, weapon: id, flown: 50 });
        if (kind === "mine") {
          addMine({ ...at(60), owner: 0, friendly: true });
          addMine({ ...at(105), owner: 0, friendly: true, armed: 0.5 });
        }
        if (radius > 0) emit({ type: "blast", by: 0, weapon: id, ...at(165), radius });
        emit({ type: "hit", victim: foe.slot, damage: 24, fatal: false, x: foe.x, y: foe.y });
      },
      {
        id: weapon.id,
        kind: weapon.kind,
        pellets: weapon.pellets,
        rounds: weapon.rounds,
        radius: "blast" in weapon ? weapon.blast.radius : 0,
        aimed: AIMED,
        aside: ASIDE,
      },
    );
    await page.clock.runFor(MOMENT_MS);
    return await page.screenshot({ clip: CLIP });
  } finally {
    await stage.close();
  }
}

export const WEAPON_SHOTS: readonly Shot[] = WEAPONS.map((weapon) => ({
  name: `weapon-${weapon.key}`,
  take: (browser) => stageMoment(browser, weapon),
}));
