/**
 * Measures a player's connection by the frames on it, the same way for players who decode them and for those who do not.
 * What the frames look like: @colyseus/shared-types, Protocol.
 */
import { Protocol } from "@colyseus/sdk";
import { headerBytes, MASK_BYTES } from "../../client/net/traffic.ts";
import { inputsFault, widthsOf } from "../../shared/inputFrames.ts";
import { InputState } from "../../shared/state/index.ts";
import { acknowledgedOf, codeOf, isTimed } from "../blind/index.ts";
import type { Ledger } from "./ledger.ts";

/** Inputs whose time of sending is remembered: more than can be under way (client/net/pending.ts). */
const REMEMBERED = 256;

const INPUTS = { widths: widthsOf(InputState), stamped: true };

/** One connection, from its first frame to its end. Allocates nothing after its start. */
export interface Gauge {
  sent(frame: Uint8Array, now: number): void;
  received(frame: Uint8Array, now: number): void;
  /** The connection is over: what was not acknowledged never will be. */
  ended(): void;
  /** Once a second: what this connection carried since the last time. */
  second(): void;
  /** Inputs that are not acknowledged yet. */
  readonly pending: number;
}

export function createGauge({ spreads, counts }: Ledger): Gauge {
  const sentAt = new Float64Array(REMEMBERED);
  let sent = 0;
  let acked = 0;
  let pingedAt = Number.NaN;
  let patchedAt = Number.NaN;
  let down = 0;
  let up = 0;
  let isOver = false;
  /** Where the inputs of a frame end. */
  const ends: number[] = [];

  const acknowledge = (seq: number, now: number): void => {
    // A number that was never sent would be another connection's.
    if (seq <= acked || seq > sent) return;
    for (let i = Math.max(acked + 1, sent - REMEMBERED + 1); i <= seq; i++)
      spreads.ack.record((now - sentAt[i % REMEMBERED]!) * 1000);
    counts.acked += seq - acked;
    acked = seq;
  };

  return {
    sent(frame, now) {
      const bytes = frame.byteLength + headerBytes(frame.byteLength) + MASK_BYTES;
      up += bytes;
      counts.bytesUp += bytes;
      const code = codeOf(frame);
      if (code === Protocol.ROOM_INPUT_RELIABLE) {
        inputsFault(frame, INPUTS, ends);
        counts.inputs += ends.length;
        for (let i = 0; i < ends.length; i++) sentAt[++sent % REMEMBERED] = now;
      } else if (code === Protocol.PING) pingedAt = now;
    },
    received(frame, now) {
      const bytes = frame.byteLength + headerBytes(frame.byteLength);
      down += bytes;
      counts.bytesDown += bytes;
      const code = codeOf(frame);
      if (isTimed(frame)) acknowledge(acknowledgedOf(frame), now);
      if (code === Protocol.ROOM_STATE_PATCH) {
        if (!Number.isNaN(patchedAt)) spreads.patch.record((now - patchedAt) * 1000);
        patchedAt = now;
      } else if (code === Protocol.PING && !Number.isNaN(pingedAt)) {
        spreads.rtt.record((now - pingedAt) * 1000);
        pingedAt = Number.NaN;
      }
    },
    ended() {
      if (isOver) return;
      isOver = true;
      counts.lost += sent - acked;
      acked = sent;
    },
    second() {
      spreads.down.record(down);
      spreads.up.record(up);
      down = 0;
      up = 0;
    },
    get pending() {
      return sent - acked;
    },
  };
}
