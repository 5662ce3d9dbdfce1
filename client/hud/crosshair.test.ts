import { expect, test } from "vitest";
import { INTERFACE } from "../settings/tables.ts";
import { crosshairPx, crosshairUrl } from "./crosshair.ts";

const { crosshair, crosshairColour } = INTERFACE;

test("each form in each colour is a drawing of its own, with a dark edge that is seen on any ground", () => {
  const urls = crosshair.of.flatMap((form) =>
    crosshairColour.of.map((colour) => crosshairUrl(form, colour, 100)),
  );
  expect(new Set(urls).size).toBe(crosshair.of.length * crosshairColour.of.length);
  for (const url of urls) {
    expect(url).toMatch(/^url\("data:image\/svg\+xml,[^"\s]+"\)$/);
    expect(decodeURIComponent(url)).toContain("#0a0d12");
  }
});

test("a larger one is the same drawing, enlarged", () => {
  expect(crosshairPx(150)).toBe(48);
  const drawing = (percent: number): string =>
    decodeURIComponent(crosshairUrl("ring", "pink", percent)).replace(/ width="\d+" height="\d+"/, "");
  expect(drawing(200)).toBe(drawing(100));
  expect(decodeURIComponent(crosshairUrl("ring", "pink", 200))).toContain('width="64" height="64"');
});
