/** Takes out of a log line what would let its reader take a player's seat. */

/** Values of these names, in JSON, in an inspected object or in a list of headers. */
const NAMED =
  /((?:reconnectionToken|seatToken|_authToken|authorization|cookie|SEAT_SECRET)\\?["']?\s*[:=]\s*\\?["']?)[^"'\\\s,;&}]+/gi;

/** Query strings: sockets carry session ids and reconnection tokens in them. */
const QUERY = /\?[^\s"'\\<>]*=[^\s"'\\<>]*/g;

/** The token that matchmaking hangs onto the id of a process: 30 characters of base64url after nine and a dash. */
const SEAT = /(?<![\w-])([\w-]{9})-[\w-]{30}(?![\w-])/g;

/** A text without tokens and query strings. */
export function redact(text: string): string {
  return text.replace(QUERY, "?[redacted]").replace(NAMED, "$1[redacted]").replace(SEAT, "$1-[redacted]");
}
