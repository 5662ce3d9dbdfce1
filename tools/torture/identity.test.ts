import { describe, expect, it } from "vitest";
import { differences } from "./identity.ts";

const BEFORE = { session: "abc", slot: 3, score: 5, connected: true, killsTold: 5 };
const SELF = { name: "Ann", slot: 3, score: 6 };
const AFTER = { ...BEFORE, score: 6, killsTold: 6 };

describe("somebody who comes back", () => {
  it("is fine with the same seat and what was earned meanwhile", () => {
    expect(differences("Ann", BEFORE, AFTER, SELF)).toEqual([]);
  });

  it.each([
    ["nobody", null, SELF, "not in the state"],
    ["another session", { ...AFTER, session: "xyz" }, SELF, "session abc became xyz"],
    ["another slot", { ...AFTER, slot: 4 }, SELF, "slot 3 became 4"],
    ["a lower score", { ...AFTER, score: 4, killsTold: 4 }, { ...SELF, score: 4 }, "score 5 fell to 4"],
    ["a score from nowhere", { ...AFTER, killsTold: 5 }, SELF, "score is 6 after 5 kills"],
    ["another score in its own eyes", AFTER, { ...SELF, score: 0 }, "believes to have score 0"],
    ["no drone of its own", AFTER, null, "believes to have slot undefined"],
    ["another name", AFTER, { ...SELF, name: "Bob" }, "is called Bob"],
  ])("is found out as %s", (_what, after, self, complaint) => {
    expect(differences("Ann", BEFORE, after, self).join()).toContain(complaint);
  });
});
