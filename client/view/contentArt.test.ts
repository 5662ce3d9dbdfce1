import { expect, test } from "vitest";
import sheet from "../../assets/build/atlas.json" with { type: "json" };
import { ITEMS, itemOf, TEAMS, WEAPONS } from "../../shared/content/index.ts";
import { itemFrame, weaponArt } from "./contentArt.ts";

const pictures = Object.keys(sheet.frames);

test.each(WEAPONS.map(({ key, id }) => ({ key, id })))(
  "$key has a barrel and an icon of its own",
  ({ id }) => {
    const { barrel, icon } = weaponArt(id);
    expect(pictures).toContain(barrel);
    expect(pictures).toContain(icon);
    const others = WEAPONS.filter((weapon) => weapon.id !== id).map((weapon) => weaponArt(weapon.id));
    expect(others.map((art) => art.barrel)).not.toContain(barrel);
    expect(others.map((art) => art.icon)).not.toContain(icon);
  },
);

test("a weapon fires rays on the screen if its rule says so, and only then", () => {
  for (const { id, kind } of WEAPONS) expect(weaponArt(id).ray !== null).toBe(kind === "hitscan");
});

test("every item has a picture of its own, and a weapon on a rack looks as it does on the floor", () => {
  const frames = ITEMS.map(({ kind }) => itemFrame(kind));
  for (const frame of frames) expect(pictures).toContain(frame);
  expect(new Set(frames).size).toBe(ITEMS.length);
  for (const { kind } of ITEMS) {
    const { gift } = itemOf(kind);
    if (gift.kind !== "weapon") continue;
    const weapon = WEAPONS.find(({ key }) => key === gift.weapon)!;
    expect(weaponArt(weapon.id).icon).toBe(itemFrame(kind));
  }
});

test("a team's shape is drawn as badge, as mark of a zone and on its home", () => {
  for (const { shape } of TEAMS) {
    for (const picture of ["badge", "mark", "home"]) expect(pictures).toContain(`${picture}-${shape}`);
  }
});
