/** What outlives the process: an append-only file of results. */
export { type LineLog, NO_LINES, openLines } from "./lines.ts";
