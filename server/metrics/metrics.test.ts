import * as v from "valibot";
import { expect, test } from "vitest";
import { createStepMeter } from "../ops/stepMeter.ts";
import { metricsSetting } from "./address.ts";
import { serveMetrics } from "./metrics.ts";

test("an address is a port of this machine, or a host and a port, or nothing", () => {
  const read = (text: string): unknown => v.parse(metricsSetting, text);
  expect(read("")).toBeNull();
  expect(read("9464")).toEqual({ host: "127.0.0.1", port: 9464 });
  expect(read("10.0.0.5:9464")).toEqual({ host: "10.0.0.5", port: 9464 });
  expect(read("[::1]:0")).toEqual({ host: "::1", port: 0 });
  for (const wrong of ["65536", "yes", "host:", "::1:9464", "http://localhost:9464"])
    expect(v.is(metricsSetting, wrong), wrong).toBe(false);
});

test("the figures are served in Prometheus' form under /metrics, and nothing else is", async () => {
  const steps = createStepMeter();
  const room = steps.open();
  for (const now of [0, 20, 21]) {
    room.begin(now);
    room.end(now + 0.2);
  }
  const census = () => ({ rooms: 3, players: 40 });
  const url = await serveMetrics({ host: "127.0.0.1", port: 0 }, { steps, census });
  const text = await (await fetch(url)).text();
  for (const line of [
    "# TYPE crosswire_step_seconds histogram",
    'crosswire_step_seconds_bucket{le="0.0001"} 0',
    'crosswire_step_seconds_bucket{le="0.00025"} 3',
    'crosswire_step_seconds_bucket{le="+Inf"} 3',
    "crosswire_step_seconds_count 3",
    'crosswire_step_late_seconds_bucket{le="0.004"} 2',
    "crosswire_steps_doubled_total 1",
    "crosswire_rooms 3",
    "crosswire_players 40",
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect((await fetch(url.replace("/metrics", "/"))).status).toBe(404);
  expect((await fetch(url, { method: "POST" })).status).toBe(404);
});
