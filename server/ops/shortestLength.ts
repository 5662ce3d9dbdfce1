/**
 * ws 8.23 reads a frame whose length is written in more bytes than it needs; RFC 6455 section 5.2 says that the minimal
 * number of bytes MUST be used. This closes such a connection with 1002, as ws does for every other protocol error.
 * tests/wire/stock.test.ts fails once it is needless.
 */
import * as ws from "ws";

/** What is used of ws's receiver; not part of its typings. */
interface Receiver {
  /** How far it is within a frame: 1 and 2 while a length of 16 or 64 bits was just read. */
  readonly _state: number;
  readonly _payloadLength: number;
  createError(
    kind: typeof RangeError,
    message: string,
    prefix: boolean,
    status: number,
    code: string,
  ): RangeError;
}

/** Called for each frame once its length is known; `fail` closes the connection. */
type HaveLength = (this: Receiver, fail: (error: RangeError) => void) => void;

/** The least length that each state of the receiver may bring. */
const LEAST = [0, 126, 65_536];

/** Marks the wrapped method, so that a reload of the server's code does not wrap it twice. */
const GUARDED = Symbol.for("crosswire.shortestLength");

/** Makes every receiver of this process strict. */
export function requireShortestLength(): void {
  const { prototype } = (
    ws as unknown as { Receiver: { prototype: { haveLength: HaveLength & { [GUARDED]?: true } } } }
  ).Receiver;
  const inner = prototype.haveLength;
  if (inner[GUARDED] === true) return;
  const guarded: HaveLength & { [GUARDED]?: true } = function (fail) {
    if (this._payloadLength >= (LEAST[this._state] ?? 0)) {
      inner.call(this, fail);
      return;
    }
    const message = "the length is not in its shortest form";
    fail(this.createError(RangeError, message, true, 1002, "WS_ERR_LONG_LENGTH"));
  };
  guarded[GUARDED] = true;
  prototype.haveLength = guarded;
}
