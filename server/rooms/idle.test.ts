import { describe, expect, it } from "vitest";
import { seconds } from "../../shared/content/index.ts";
import type { Command } from "../../shared/sim/index.ts";
import { createIdleWatch } from "./idle.ts";

const NOTHING: Command = { mx: 0, my: 0, aim: 1, buttons: 0, pick: 0 };

function setUp(limitSeconds = 60) {
  const warnings: (number | null)[] = [];
  const removed: string[] = [];
  const watch = createIdleWatch(limitSeconds, {
    warn: (_id, left) => warnings.push(left),
    remove: (id) => removed.push(id),
  });
  watch.open("ann");
  /** Lets seconds pass with one command in each tick. */
  const pass = (time: number, command: Command | null = NOTHING, settled = true): void => {
    for (let tick = 0; tick < seconds(time); tick++) {
      if (command !== null) watch.heard("ann", command, settled);
      watch.step();
    }
  };
  return { watch, warnings, removed, pass };
}

describe("a player who does nothing", () => {
  it.each([
    ["streams empty inputs", NOTHING],
    ["sends nothing at all", null],
  ])("and %s is warned for 20 s and then removed, once", (_what, command) => {
    const { pass, warnings, removed } = setUp();
    pass(39.5, command);
    expect(warnings).toEqual([]);
    pass(20, command);
    expect(warnings).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
    expect(removed).toEqual([]);
    pass(10, command);
    expect(removed).toEqual(["ann"]);
  });

  it("is never removed when the limit is 0", () => {
    const { pass, warnings, removed } = setUp(0);
    pass(600);
    expect([...warnings, ...removed]).toEqual([]);
  });

  it("has half of a short time as warning", () => {
    const { pass, warnings } = setUp(4);
    pass(1.9);
    expect(warnings).toEqual([]);
    pass(0.2);
    expect(warnings).toEqual([2]);
  });

  it("does not count while the connection is lost, and is no safer by losing it again and again", () => {
    const { watch, pass, removed } = setUp();
    pass(50);
    watch.pause("ann");
    pass(300, null);
    expect(removed).toEqual([]);
    watch.open("ann");
    pass(11);
    expect(removed).toEqual(["ann"]);
  });
});

describe("a player who does something", () => {
  it.each([
    ["steers", { ...NOTHING, mx: 1 }],
    ["steers the other way", { ...NOTHING, my: -127 }],
    ["presses a button", { ...NOTHING, buttons: 1 }],
    ["aims elsewhere", { ...NOTHING, aim: 1.1 }],
    ["picks a weapon", { ...NOTHING, pick: 2 }],
  ])("and %s begins anew, and the warning is taken back", (_what, command) => {
    const { pass, warnings, removed, watch } = setUp();
    pass(45);
    expect(warnings.at(-1)).toBe(15);
    watch.heard("ann", command, true);
    expect(warnings.at(-1)).toBeNull();
    pass(39, command);
    expect(removed).toEqual([]);
    expect(warnings.at(-1)).toBeNull();
  });

  it("is not who was carried elsewhere: an aim that a respawn changed does not count", () => {
    const { pass, removed, watch } = setUp();
    pass(50);
    watch.heard("ann", { ...NOTHING, aim: 2 }, false);
    pass(11, { ...NOTHING, aim: 2 });
    expect(removed).toEqual(["ann"]);
  });
});
