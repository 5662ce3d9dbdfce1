import { describe, expect, it } from "vitest";
import { HELP, OptionError, readOptions } from "./options.ts";

const read = (...args: string[]) => readOptions(args, 4);

describe("the options of a load test", () => {
  it("have a value each when nothing is said", () => {
    expect(read()).toMatchObject({
      ...{ players: 50, rampPerS: 20, minutes: 1, url: null, metrics: null, net: null },
      ...{ churnPerMin: 0.1, lean: false, workers: 3, fps: 60, skill: 0.5, seed: 1, out: "artifacts/bots" },
    });
    expect(read()!.limits.map(({ text }) => text)).toEqual(["errors=0", "disconnects=0"]);
  });

  it("are taken as they are said", () => {
    const options = read(
      ...["--players", "200", "--ramp", "20/s", "--minutes", "600", "--url", "http://localhost:2567"],
      ...["--metrics", "http://127.0.0.1:9464/metrics", "--net", "wifi-busy", "--churn", "5", "--lean"],
      ...["--assert", "rtt.p99<80ms", "--assert", "tick.p99<8ms", "--assert", "errors<3"],
    )!;
    expect(options).toMatchObject({
      ...{ players: 200, rampPerS: 20, minutes: 600, net: "wifi-busy", churnPerMin: 0.05, lean: true },
      workers: 4,
    });
    expect(options.url!.port).toBe("2567");
    expect(options.limits.map(({ text }) => text)).toEqual([
      ...["rtt.p99<80ms", "tick.p99<8ms", "errors<3", "disconnects=0"],
    ]);
  });

  it("allow breaks on a network that breaks off", () => {
    expect(read("--net", "train")!.limits.map(({ text }) => text)).toEqual(["errors=0"]);
  });

  it.each([
    [["--players", "0"], "--players is a whole number from 1 to 100000"],
    [["--players", "many"], "--players is a whole number"],
    [["--players", ""], "--players is a whole number"],
    [["--ramp", "20/min"], "--ramp is a number of joins a second up to 5000, such as 20/s"],
    [["--ramp", "0"], "--ramp is"],
    [["--minutes=-1"], "--minutes is a number from 0.05"],
    [["--url", "localhost:2567"], "--url is an http:// or https:// address"],
    [["--url", "ws://localhost"], "--url is an http:// or https:// address"],
    [["--net", "moon"], "--net is one of lan, cable"],
    [["--net", "lan", "--url", "https://example.org"], "--net stands before http:// servers only"],
    [["--metrics", "http://127.0.0.1:9464/metrics"], "--metrics belongs to --url"],
    [["--url", "http://localhost", "--server", "SEATS=8"], "--server changes a server that is started here"],
    [["--server", "seats"], "--server takes NAME=VALUE"],
    [["--url", "http://localhost", "--assert", "tick.p99<8ms"], "needs --metrics"],
    [["--assert", "fun>9"], 'there is no metric "fun"'],
    [["--fps", "10"], "--fps is a whole number from 20 to 144"],
    [["--frobnicate"], "--frobnicate"],
    [["200"], "200"],
  ])("%j are refused, and told why", (args, says) => {
    expect(() => read(...args)).toThrow(OptionError);
    expect(() => read(...args)).toThrow(says);
  });

  it("are all in the help", () => {
    expect(read("--help")).toBeNull();
    for (const name of ["players", "ramp", "minutes", "url", "metrics", "server", "net", "churn", "lean"])
      expect(HELP).toContain(`--${name} `);
    for (const name of ["workers", "fps", "skill", "seed", "assert", "out"])
      expect(HELP).toContain(`--${name} `);
  });
});
