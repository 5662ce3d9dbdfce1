import { Counter, collectDefaultMetrics, Gauge, type Metric, Registry } from "prom-client";
import { BOUNDS_MS, type Spread, type StepMeter } from "../ops/index.ts";

/** What the process knows of itself besides what every Node process has. */
export interface Sources {
  readonly steps: StepMeter;
  /** Rooms, and players who are connected to one. */
  readonly census: () => { readonly rooms: number; readonly players: number };
}

/** The event loop's delay is looked at every so many ms: finer than a tick, or it would count nothing but ticks. */
const LOOP_PRECISION_MS = 10;

/** What prom-client 15.1.3 makes the lines of a histogram of. */
interface Sample {
  readonly labels: Record<string, string | number>;
  readonly value: number;
  readonly metricName: string;
}

/**
 * A histogram whose counts are kept elsewhere: prom-client's own makes objects for each observation, which the step of a
 * room must not. A registry asks a metric for nothing but its name and its samples.
 */
function countedElsewhere(name: string, help: string, spread: Spread): Metric {
  const bucket = (le: number | string, value: number): Sample => ({
    labels: { le },
    value,
    metricName: `${name}_bucket`,
  });
  const get = async () => {
    const { counts, sumMs } = spread;
    let sum = 0;
    const values = BOUNDS_MS.map((ms, i) => {
      sum += counts[i]!;
      return bucket(ms / 1000, sum);
    });
    const all = sum + counts[BOUNDS_MS.length]!;
    values.push(
      bucket("+Inf", all),
      { labels: {}, value: sumMs / 1000, metricName: `${name}_sum` },
      { labels: {}, value: all, metricName: `${name}_count` },
    );
    return { name, help, type: "histogram", values, aggregator: "sum" };
  };
  return { name, help, get } as unknown as Metric;
}

/** Everything that is told, in a registry of its own. Names and units as Prometheus wants them: seconds, bytes. */
export function createRegistry({ steps, census }: Sources): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOP_PRECISION_MS });
  registry.registerMetric(
    countedElsewhere("crosswire_step_seconds", "How long the steps of the rooms took", steps.took),
  );
  registry.registerMetric(
    countedElsewhere(
      "crosswire_step_late_seconds",
      "How much later than a tick after the one before the steps of the rooms began",
      steps.late,
    ),
  );
  new Counter({
    name: "crosswire_steps_doubled_total",
    help: "Steps that began right after another, to make up for one that was missed",
    registers,
    collect() {
      this.reset();
      this.inc(steps.doubled);
    },
  });
  new Gauge({
    name: "crosswire_rooms",
    help: "Rooms of this process",
    registers,
    collect() {
      this.set(census().rooms);
    },
  });
  new Gauge({
    name: "crosswire_players",
    help: "People who are connected to a room of this process",
    registers,
    collect() {
      this.set(census().players);
    },
  });
  return registry;
}
