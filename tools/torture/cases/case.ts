/** What a case attacks; the report counts by it. */
export const CASE_KINDS = [
  "tcp garbage",
  "handshakes",
  "http requests",
  "matchmaking",
  "forged seats",
  "websocket frames",
  "opcodes",
  "inputs",
  "requests",
  "messages",
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** One thing that is done to the server: bytes for the wire, or the payload of a frame. */
export interface Case {
  readonly kind: CaseKind;
  readonly bytes: Buffer;
}
