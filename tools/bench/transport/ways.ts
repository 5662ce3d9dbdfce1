/** The ways between a browser and a server that need no plug-in: down, and up, where all but a WebSocket need a request. */
export const WAYS = {
  down: ["websocket", "sse", "longpoll", "poll"],
  up: ["websocket", "post"],
} as const;
export type Direction = keyof typeof WAYS;
export type Way = (typeof WAYS)[Direction][number];

/** The stream: so many messages a second, of so many bytes. */
export const STREAM_HZ = 20;
export const DOWN_BYTES = 200;
export const UP_BYTES = 24;

/** Milliseconds between two requests of a client that polls: as often as there is something new. */
export const POLL_MS = 1000 / STREAM_HZ;

/** Headers as a browser sends them with each request; some 450 bytes with the request line. */
export const BROWSER_HEADERS: Readonly<Record<string, string>> = {
  "user-agent":
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  accept: "*/*",
  "accept-language": "en-GB,en;q=0.9,de;q=0.8",
  "accept-encoding": "gzip, deflate, br, zstd",
  "cache-control": "no-cache",
  "sec-fetch-dest": "empty",
  "sec-fetch-mode": "cors",
  "sec-fetch-site": "same-origin",
  referer: "http://play.example.org/",
  origin: "http://play.example.org",
};

/** A message: its number and the time of its making in ms since 1970, filled up to its size. */
export function writeMessage(number: number, bytes: number): string {
  return `${number} ${(performance.timeOrigin + performance.now()).toFixed(3)} `.padEnd(bytes, "x");
}

/** How old a message is, in ms; both ends read the clock of one machine. */
export function ageOf(message: string): number {
  return performance.timeOrigin + performance.now() - Number(message.split(" ", 2)[1]);
}
