/** The wanted weapon: asked for from the choice until the drone has it in hand. */
import { WEAPONS } from "../../shared/content/index.ts";

/** A wish is sent at least this often, so that a hand that is still changing cannot swallow it. */
const MIN_TICKS = 3;

/** What a drone has, as far as choosing goes. */
export interface Hand {
  /** Id of the weapon that the drone holds; -1 while there is no drone. */
  weaponInHand(): number;
  /** Whether it has a weapon that can still fire. */
  carries(weapon: number): boolean;
}

export interface Picks {
  /** Wants the weapon of this id, if it is carried. */
  choose(id: number): void;
  /** Wants the carried weapon so many places further on; the row is a ring. */
  step(places: number): void;
  /** Wants the weapon that was in hand before this one; the next one when there was none. */
  swap(): void;
  /** For one command: the wanted id + 1, or 0 when nothing is wanted. */
  take(): number;
  clear(): void;
}

export function createPicks(hand: Hand): Picks {
  let wanted = -1;
  let sent = 0;
  /** The weapon in hand as last seen, and the one before it. */
  let inHand = -1;
  let before = -1;

  function look(): void {
    const now = hand.weaponInHand();
    if (now === inHand) return;
    // A new drone has no past.
    before = now < 0 ? -1 : inHand;
    inHand = now;
  }

  function choose(id: number): void {
    if (!hand.carries(id)) return;
    wanted = id;
    sent = 0;
  }

  function step(places: number): void {
    const forward = places > 0 ? 1 : WEAPONS.length - 1;
    let at = wanted >= 0 ? wanted : Math.max(0, hand.weaponInHand());
    let left = Math.abs(places);
    for (let looked = 0; left > 0 && looked < WEAPONS.length * Math.abs(places); looked++) {
      at = (at + forward) % WEAPONS.length;
      if (hand.carries(at)) left -= 1;
    }
    choose(at);
  }

  return {
    choose,
    step,
    swap() {
      look();
      if (before >= 0 && hand.carries(before)) choose(before);
      else step(1);
    },
    take() {
      look();
      // Shot empty meanwhile, or lost with the drone: a wish for it would draw it when it is found again.
      if (wanted >= 0 && !hand.carries(wanted)) wanted = -1;
      if (wanted < 0) return 0;
      if (sent >= MIN_TICKS && hand.weaponInHand() === wanted) {
        wanted = -1;
        return 0;
      }
      sent += 1;
      return wanted + 1;
    },
    clear() {
      wanted = -1;
    },
  };
}
