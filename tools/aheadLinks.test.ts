import { expect, test } from "vitest";
import { aheadLinks, filesOf } from "./aheadLinks.ts";

type Bundle = Parameters<typeof filesOf>[0];

const LARGE = "x".repeat(20_000);
const bundle = {
  "assets/index.js": { type: "chunk", fileName: "assets/index.js", code: LARGE, imports: [] },
  "assets/view.js": {
    ...{ type: "chunk", fileName: "assets/view.js", code: LARGE },
    ...{ facadeModuleId: "/game/view.ts", imports: ["assets/index.js", "assets/small.js"] },
  },
  "assets/small.js": {
    ...{ type: "chunk", fileName: "assets/small.js", code: "1" },
    imports: ["assets/engine.js", "assets/view.js"],
  },
  "assets/engine.js": { type: "chunk", fileName: "assets/engine.js", code: LARGE, imports: [] },
  "assets/sheet.webp": { type: "asset", fileName: "assets/sheet.webp", source: LARGE },
} as unknown as Bundle;

test("the large files of a module are its own and all that it needs", () => {
  expect(filesOf(bundle, "/game/view.ts")).toEqual(["assets/view.js", "assets/index.js", "assets/engine.js"]);
  expect(() => filesOf(bundle, "/game/other.ts")).toThrow("no chunk of the build");
});

test("a page links to those that it does not name itself, before its first script to be run; other pages do not", () => {
  const { transformIndexHtml } = aheadLinks("/game/index.html", "/game/view.ts");
  if (typeof transformIndexHtml !== "object") throw new Error("the plugin does nothing");
  const own = '<script type="module" src="/assets/index.js"></script>';
  const linked = (filename: string, html: string) =>
    transformIndexHtml.handler.call({} as never, html, { path: filename, filename, bundle });
  const links = ["view", "engine"].map(
    (name) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/assets/${name}.js">\n    `,
  );
  const page = `<head>${own}<script>a</script></head>`;
  expect(linked("/game/index.html", page)).toBe(`<head>${own}${links.join("")}<script>a</script></head>`);
  expect(linked("/game/index.html", `<head>${own}</head>`)).toBe(`<head>${own}${links.join("")}</head>`);
  expect(linked("/game/offline.html", page)).toBe(page);
});
