import { expect, test } from "vitest";
import { CLOSE } from "../../shared/protocol.ts";
import { comesBack } from "./comeback.ts";

test("a client comes back by itself from what is not its player's doing, and from nothing else", () => {
  const { roomFailed, shutdown, tooSlow, unreachable, seatGone } = CLOSE;
  for (const reason of [roomFailed, shutdown, tooSlow, unreachable, seatGone])
    expect([reason.reason, comesBack(reason)]).toEqual([reason.reason, true]);
  for (const reason of [CLOSE.consented, CLOSE.badFrame, CLOSE.badMessage, CLOSE.idle])
    expect([reason.reason, comesBack(reason)]).toEqual([reason.reason, false]);
});
