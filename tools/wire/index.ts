/** A WebSocket client on bare TCP that may break every rule, for tests of what a server does then. */
export { connectWire, type Wire } from "./client.ts";
export {
  BINARY,
  CLOSE,
  CONT,
  closeBody,
  encodeFrame,
  type Frame,
  type FrameOptions,
  FrameReader,
  type LengthForm,
  PING,
  PONG,
  TEXT,
} from "./frame.ts";
export {
  acceptFor,
  type Handshake,
  type Header,
  type HttpResponse,
  parseResponse,
  request,
  SAMPLE_ACCEPT,
  SAMPLE_KEY,
} from "./handshake.ts";
export { reserveSeat, type Seat, SeatRefused } from "./seat.ts";
export { openTap, type Side, type Tap, type Tapped } from "./tap.ts";
