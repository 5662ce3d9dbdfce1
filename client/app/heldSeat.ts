/** The key to the seat of this tab, so that a reload of the page comes back to it. Private windows may refuse. */

const KEY = "crosswire.seat";

/**
 * The seat that this tab had before it was loaded anew, or null.
 * @param room the room of a link, which is a newer wish than a seat in another one; null without a link
 */
export function recallSeat(room: string | null): string | null {
  try {
    const seat = sessionStorage.getItem(KEY);
    // Colyseus makes its keys from the room's id, a colon and a secret.
    return room === null || seat?.startsWith(`${room}:`) ? seat : null;
  } catch {
    return null;
  }
}

/** Remembers the seat for this tab; null forgets it. */
export function rememberSeat(seat: string | null): void {
  try {
    if (seat === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, seat);
  } catch {
    // Then a reload begins in the menu.
  }
}
