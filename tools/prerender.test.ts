import { describe, expect, test } from "vitest";
import { type Bundle, bundleFirstScript, fill, renderMenu, takeSheet } from "./prerender.ts";

describe("the menu of a build", () => {
  test("is the same each time, in English and without a name", async () => {
    const menu = await renderMenu();
    expect(await renderMenu()).toBe(menu);
    expect(menu).toMatch(/^<main class="menu">.*<\/main>$/);
    expect(menu).toMatch(/<button type="submit"[^>]*>Play<\/button>/);
    expect(menu).toMatch(/<input [^>]*\bvalue(?:="")? /);
  });

  test("has a script that stands for itself and is small", async () => {
    const script = await bundleFirstScript();
    expect(await bundleFirstScript()).toBe(script);
    expect(script).not.toMatch(/\bimport\b|\bexport\b|<\/script/);
    expect(script.length).toBeLessThan(1600);
    expect(() => new Function(script)).not.toThrow();
  });
});

test("the sheet that stands in the page is named by no chunk that could fetch it again", () => {
  const importedCss = new Set(["assets/page.css", "assets/game.css"]);
  const bundle = {
    "assets/page.css": { type: "asset", source: "a{color:red}\n" },
    "assets/page.js": { type: "chunk", viteMetadata: { importedCss } },
  } as unknown as Bundle;
  expect(takeSheet(bundle, "assets/page.css")).toBe("a{color:red}");
  expect(Object.keys(bundle)).toEqual(["assets/page.js"]);
  expect([...importedCss]).toEqual(["assets/game.css"]);
  expect(() => takeSheet(bundle, "assets/page.css")).toThrow("no style sheet");
});

describe("the page of a build", () => {
  const link = '<link rel="stylesheet" crossorigin href="/assets/index-abc.css">';
  const page = (head: string, body: string): string => `<head>${head}</head><body>${body}</body>`;
  const filling = { menu: "<main>$&</main>", script: "first()", style: "a{color:red}" };

  test("has all that its first paint needs in it", () => {
    const html = fill(page(link, '<div id="page"></div>'), filling);
    expect(html.replace(/\n\s*/g, "")).toBe(
      page(
        "<script>first()</script><style>a{color:red}</style>",
        '<div id="page" class="first"><main>$&</main></div>',
      ),
    );
  });

  test.each([
    ["no place for a menu", page(link, "")],
    ["two of them", page(link, '<div id="page"></div><div id="page"></div>')],
    ["no style sheet", page("", '<div id="page"></div>')],
  ])("is refused when it has %s", (_what, html) => {
    expect(() => fill(html, filling)).toThrow("the page has no single");
  });
});
