/** A seat that is asked for while the code is still on its way that takes it. */
import { reserveSeat, type SeatWish } from "../net/reserve.ts";

/** Where the server of this page is. */
export function endpoint(): string {
  return `${location.protocol}//${location.host}`;
}

/** Which seat is wanted, and the one that is kept for it: null when there is none, which is no failure. */
export interface Asked {
  readonly wish: SeatWish;
  readonly reserved: ReturnType<typeof reserveSeat>;
}

/** Nobody was asked yet. */
export function unasked(wish: SeatWish): Asked {
  return { wish, reserved: Promise.resolve(null) };
}

/** The server is asked at once; it keeps a seat for some seconds only. */
export function ask(wish: SeatWish): Asked {
  return { wish, reserved: reserveSeat(endpoint(), wish) };
}
