import { format } from "node:util";
import { pino } from "pino";
import { redact } from "./redact.ts";

/**
 * The server's log: one JSON object a line on standard error, so that standard output stays for people. Tokens and query
 * strings never get there.
 */
export const log = pino(
  { level: process.env.LOG_LEVEL ?? "info", base: null, hooks: { streamWrite: redact } },
  pino.destination(2),
);

type Say = (...said: unknown[]) => void;
const say =
  (level: "trace" | "debug" | "info" | "warn" | "error"): Say =>
  (...said) =>
    log[level](format(...said));

/** What Colyseus has to say, in the server's log instead of on the console. */
export const frameworkLog = {
  trace: say("trace"),
  debug: say("debug"),
  info: say("info"),
  warn: say("warn"),
  error: say("error"),
};
