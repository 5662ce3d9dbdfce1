import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ENGINE_SOURCES, engineParts, LEFT_OUT, leanEngine } from "./leanEngine.ts";

const sources = readdirSync(ENGINE_SOURCES, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".js"));

/** What the bundler is given for a source file. */
function loaded(path: string): unknown {
  const { load } = leanEngine();
  if (typeof load !== "function") throw new Error("the plugin loads nothing");
  return Reflect.apply(load, undefined, [ENGINE_SOURCES + path]);
}

describe("the lean engine", () => {
  test("leaves out only what this version of Phaser has", () => {
    for (const pattern of LEFT_OUT) {
      expect(
        sources.some((path) => pattern.test(path.slice(0, -".js".length))),
        String(pattern),
      ).toBe(true);
    }
  });

  test("keeps every part that the view asks for, each under a name that there is", () => {
    const parts = engineParts();
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts) {
      const path = part.slice("phaser/src/".length);
      expect(sources, part).toContain(path);
      expect(loaded(path), part).toBeNull();
    }
  });

  test("puts an empty module in the place of what it leaves out, and touches nothing else", () => {
    expect(loaded("filters/Blur.js")).toBe("module.exports = {};");
    expect(loaded("core/Game.js")).toBeNull();
    expect(loaded("../package.json")).toBeNull();
  });

  // Phaser asks for its WebGL renderer, and for all that a renderer may draw, whether a game uses it or not. Once its core
  // no longer does, there is nothing to leave out.
  test("is needed as long as Phaser's renderer names all that could be drawn", () => {
    const manager = readFileSync(`${ENGINE_SOURCES}renderer/webgl/renderNodes/RenderNodeManager.js`, "utf8");
    expect(manager).toContain("require('./filters/FilterBlur')");
  });
});
