import { EventEmitter, once } from "node:events";
import { queryObjects } from "node:v8";
import { describe, expect, it, test } from "vitest";
import { dealJoins, leadCrew, type Thread } from "./crew.ts";

test("players come in one after the other at an even pace, the threads taking turns", () => {
  expect(dealJoins(5, 10, 2)).toEqual([
    [
      { index: 0, afterMs: 0 },
      { index: 2, afterMs: 200 },
      { index: 4, afterMs: 400 },
    ],
    [
      { index: 1, afterMs: 100 },
      { index: 3, afterMs: 300 },
    ],
  ]);
});

test("there is no thread without a player", () => {
  expect(dealJoins(2, 10, 8)).toHaveLength(2);
});

/** What a thread answers here. */
class Told {}

/** A thread that answers at once, or not at all. */
class Puppet extends EventEmitter implements Thread {
  silent = false;
  postMessage(): void {
    if (!this.silent) setImmediate(() => this.emit("message", new Told()));
  }
  async terminate(): Promise<void> {}
}

describe("a crew", () => {
  it("keeps nothing of what it was told", async () => {
    const crew = leadCrew([new Puppet(), new Puppet()]);
    for (let second = 0; second < 50; second++) expect(await crew.ask("report")).toHaveLength(2);
    // The last answer may still be on its way through somebody's registers.
    await new Promise((resolve) => setImmediate(resolve));
    expect(queryObjects(Told)).toBeLessThanOrEqual(2);
  });

  it("ends with the first thread that dies while it is asked", async () => {
    const [one, other] = [new Puppet(), new Puppet()];
    other.silent = true;
    const answer = leadCrew([one, other]).ask("report");
    await once(one, "message");
    other.emit("error", new Error("out of memory"));
    await expect(answer).rejects.toThrow("out of memory");
  });

  it("ends with a thread that died between two questions", async () => {
    const dead = new Puppet();
    const crew = leadCrew([new Puppet(), dead]);
    dead.emit("error", new Error("out of memory"));
    await expect(crew.ask("report")).rejects.toThrow("out of memory");
  });
});
