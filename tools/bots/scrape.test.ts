import { expect, test } from "vitest";
import { compare, rangesSince, readSamples } from "./scrape.ts";

/** What a server says after so many steps of 0.2 ms, of 9 ms and of more than a second. */
function said(quick: number, slow: number, lost: number, cpuS: number): ReturnType<typeof readSamples> {
  return readSamples(`# HELP crosswire_step_seconds How long the steps of the rooms took
# TYPE crosswire_step_seconds histogram
crosswire_step_seconds_bucket{le="0.0001"} 0
crosswire_step_seconds_bucket{le="0.00025"} ${quick}
crosswire_step_seconds_bucket{le="0.01"} ${quick + slow}
crosswire_step_seconds_bucket{le="+Inf"} ${quick + slow + lost}
crosswire_step_seconds_sum 1
crosswire_step_seconds_count ${quick + slow + lost}

crosswire_steps_doubled_total ${lost}
process_cpu_seconds_total ${cpuS}
process_resident_memory_bytes 104857600
nodejs_eventloop_lag_p99_seconds 0.0125
nodejs_gc_duration_seconds_bucket{le="0.001",kind="minor"} 7 1700000000000
crosswire_rooms 3
crosswire_players 40
`);
}

test("the text form is read, labels and times and all", () => {
  const samples = said(10, 2, 0, 5);
  expect(samples.get("crosswire_rooms")).toBe(3);
  expect(samples.get('nodejs_gc_duration_seconds_bucket{le="0.001",kind="minor"}')).toBe(7);
  expect(samples.has("# TYPE crosswire_step_seconds histogram")).toBe(false);
});

test("of a histogram, what came since the last look is told by its range", () => {
  expect(rangesSince(said(10, 2, 0, 5), said(70, 3, 1, 6), "crosswire_step_seconds")).toEqual([
    { uptoMs: 0.25, count: 60 },
    { uptoMs: 10, count: 1 },
    { uptoMs: 2000, count: 1 },
  ]);
});

test("what grows is told as growth, and the rest as it is", () => {
  expect(compare(said(0, 0, 0, 5), said(60, 0, 2, 6), 2)).toMatchObject({
    ...{ cpu: 0.5, doubled: 2, rssBytes: 104_857_600, rooms: 3, players: 40 },
    loopMs: 12.5,
  });
});
