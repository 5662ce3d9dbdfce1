import { type RunningServer, startServer } from "../headless/index.ts";
import type { Options } from "./options.ts";

/** A server that players are let loose on. */
export interface Target {
  readonly endpoint: string;
  /** Where it tells its figures; null where it does not. */
  readonly metrics: string | null;
  /** What it wrote; empty for one that was not started here. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * The product as it is by default, but for the limits by address, which a load from one machine would be turned away by,
 * and for the seed, so that two runs meet the same matches.
 */
const SETTINGS = {
  METRICS: "127.0.0.1:0",
  CONNECTIONS: "1000000",
  CONNECTIONS_PER_ADDRESS: "1000000",
  REQUEST_RATE: "0",
  JOIN_RATE: "0",
  ARENA: "all",
  MODES: "all",
  SEATS: "16",
  FILL: "8",
  WARMUP_SECONDS: "8",
  COUNTDOWN_SECONDS: "3",
  OVERTIME_SECONDS: "60",
  VOTE_SECONDS: "12",
  IDLE_SECONDS: "120",
} as const;

/** ms that the server has to say where its figures are after it is ready. */
const PATIENCE_MS = 5000;

async function metricsOf(server: RunningServer): Promise<string> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const said = /Figures of this process: (\S+)/.exec(server.output())?.[1];
    if (said !== undefined) return said;
    if (performance.now() > deadline)
      throw new Error(`the server does not say where its figures are:\n${server.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The server that a run is about: one that runs already, or one of our own. */
export async function openTarget({ url, metrics, settings }: Options): Promise<Target> {
  if (url !== null)
    return {
      endpoint: url.href.replace(/\/$/, ""),
      metrics: metrics?.href ?? null,
      output: () => "",
      stop: async () => {},
    };
  const server = await startServer({ ...SETTINGS, ...settings });
  return {
    endpoint: server.endpoint,
    metrics: await metricsOf(server),
    output: server.output,
    async stop() {
      await server.stop();
    },
  };
}
