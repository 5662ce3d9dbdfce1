import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";
import { NETS, netNamed, type Probe } from "./probe.ts";

const quick: Probe = {
  name: "quick",
  short: [netNamed("cable")],
  all: NETS,
  anywhere: true,
  run: async () => [],
};
const long: Probe = {
  name: "long",
  short: [],
  all: [{ name: "700-ms", shape: { delayMs: 350 } }],
  anywhere: false,
  run: async () => [],
};

/** The plan of a command line as `probe/net`. */
function planOf(...args: string[]): string[] {
  return readOptions(args, [quick, long]).plan.map(({ probe, net }) => `${probe.name}/${net.name}`);
}

describe("the command line of the probes", () => {
  it("is the short set by itself", () => {
    expect(planOf()).toEqual(["quick/cable"]);
  });

  it("measures every claim in every network on --all", () => {
    const everywhere = NETS.map(({ name }) => `quick/${name}`);
    expect(planOf("--all")).toEqual([...everywhere, "long/700-ms"]);
  });

  it("measures what is asked for by name, however long it takes", () => {
    expect(planOf("--only", "long")).toEqual(["long/700-ms"]);
    expect(planOf("--only", "quick")).toEqual(["quick/cable"]);
  });

  it("goes to the network that is named, but for claims about certain ones", () => {
    expect(planOf("--net", "train")).toEqual(["quick/train"]);
    expect(planOf("--net", "train", "--only", "quick", "--only", "long")).toEqual([
      "quick/train",
      "long/700-ms",
    ]);
  });

  it("says what there is to who asks for something else", () => {
    expect(() => planOf("--only", "fast")).toThrow(/quick, long/);
    expect(() => planOf("--net", "moon")).toThrow(/lan.*train/);
    expect(() => planOf("--everything")).toThrow();
  });
});
