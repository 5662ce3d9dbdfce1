import { expect, test } from "vitest";
import { proposeName } from "./names.ts";
import { checkName } from "./nickname.ts";

test("every proposal is a name that the server takes unchanged", () => {
  for (let first = 0; first < 1; first += 0.02) {
    for (let second = 0; second < 1; second += 0.02) {
      const rolls = [first, second];
      const name = proposeName(() => rolls.shift() ?? 0);
      expect(checkName(name)).toEqual({ ok: true, name });
    }
  }
});

test("a refused name comes with what is wrong with it", () => {
  expect(checkName("   ")).toEqual({ ok: false, problem: "short" });
  expect(checkName("x".repeat(17))).toEqual({ ok: false, problem: "long" });
  expect(checkName("x".repeat(65))).toEqual({ ok: false, problem: "long" });
  expect(checkName("<b>")).toEqual({ ok: false, problem: "letters" });
});
