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

test("a page links to those that it does not name itself, and other pages to none", () => {
  const { transformIndexHtml } = aheadLinks("/game/index.html", "/game/view.ts");
  if (typeof transformIndexHtml !== "object") throw new Error("the plugin does nothing");
  const html = '<script type="module" src="/assets/index.js"></script>';
  const linksOf = (filename: string) =>
    transformIndexHtml.handler.call({} as never, html, { path: filename, filename, bundle });
  expect(linksOf("/game/index.html")).toEqual(
    ["/assets/view.js", "/assets/engine.js"].map((href) => ({
      tag: "link",
      attrs: { rel: "modulepreload", crossorigin: true, fetchpriority: "low", href },
      injectTo: "head",
    })),
  );
  expect(linksOf("/game/offline.html")).toEqual([]);
});
