/** Starts the server from the environment and prints the link, or says in one line why it cannot. */
import { ArenaError } from "../shared/arena/index.ts";
import { census, createApp } from "./app.ts";
import { type Config, ConfigError, readConfig, SETTINGS } from "./config.ts";
import type { MetricsAddress } from "./metrics/metrics.ts";
import { createDrain, drainSteps, guardProcess, log, stepMeter } from "./ops/index.ts";
import { type LineLog, NO_LINES, openLines } from "./store/index.ts";

/** Ends the process with a message for people; what is wrong with the set-up needs no stack trace. */
function stop(message: string): never {
  console.error(`Crosswire cannot start: ${message}`);
  process.exit(1);
}

function listenFault(error: unknown, config: Config): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return `port ${config.port} is in use; set PORT to a free one`;
  if (code === "EACCES")
    return `port ${config.port} needs rights that this process lacks; set PORT above 1023`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST "${config.host}" is no address of this machine`;
  return String(error);
}

function openResults(file: string): LineLog {
  if (file === "") return NO_LINES;
  try {
    return openLines(file, (err) => log.error({ err }, "results cannot be written"));
  } catch (cause) {
    const { allowed } = SETTINGS.RESULTS_FILE;
    throw new ConfigError(`RESULTS_FILE is "${file}", allowed is ${allowed}`, { cause });
  }
}

/** Each of these asks the server to stop in its own time, and a second one to stop now. */
const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const results = openResults(config.resultsFile);
  guardProcess(results.flush);
  const app = createApp(config, "own", results.append);
  const drain = createDrain(config.drainSeconds, drainSteps(app, results.flush));
  for (const signal of STOPS) process.on(signal, drain);
  // Colyseus 0.18.17 listens for errors of the socket only after it is bound, so a taken port would end in silence.
  app.transport.server?.prependOnceListener("error", (error) => stop(listenFault(error, config)));
  await app.listen(config.port, config.host);
  const shown = config.host === "0.0.0.0" || config.host === "::" ? "localhost" : config.host;
  const scheme = config.edge.tls === null ? "http" : "https";
  console.log(
    `\n  Crosswire is ready: ${scheme}://${shown}:${boundPort(app.transport.server, config.port)}\n`,
  );
  if (config.metrics !== null) await openMetrics(config.metrics);
}

/** Serves the figures of the process where that is wished for. The library is loaded only then. */
async function openMetrics(address: MetricsAddress): Promise<void> {
  const { serveMetrics } = await import("./metrics/metrics.ts");
  const sources = { steps: stepMeter, census };
  const url = await serveMetrics(address, sources).catch((cause: NodeJS.ErrnoException) => {
    throw new ConfigError(`METRICS cannot be served at ${address.host}:${address.port} (${cause.code})`);
  });
  console.log(`  Figures of this process: ${url}\n`);
}

/** The port that was bound; differs from the configured one when that is 0. */
function boundPort(server: { address(): unknown } | undefined, configured: number): number {
  const address = server?.address();
  return typeof address === "object" && address !== null && "port" in address
    ? Number(address.port)
    : configured;
}

try {
  await start();
} catch (error) {
  if (error instanceof ConfigError || error instanceof ArenaError) stop(error.message);
  throw error;
}
