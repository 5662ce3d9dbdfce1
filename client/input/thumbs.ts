/** Two thumbs on glass as a state machine: what fingers do goes in, the deflection of two sticks and taps come out. */
import { deflect, FIRE_BEYOND, type Vector } from "./stick.ts";

/** A finger that is up again within such a time, and did not roll, was a tap; in ms. */
const TAP_MS = 220;
/** A floating stick follows a thumb that goes further than this from its middle, in throws: turning round stays quick. */
const LEASH = 1.5;
/** A fixed stick is taken by a thumb that lands this near to its middle, in throws. */
const REACH = 1.8;

export type StickName = "move" | "aim";

/** How the sticks lie now. */
export interface Layout {
  /** Width of the glass in css px; each half is one thumb's. */
  readonly width: number;
  readonly moveSide: "left" | "right";
  /** Way of the thumb from the middle of a stick to full throw, in css px. */
  readonly throwPx: number;
  /** 0..1 of the throw. */
  readonly deadZone: number;
  /** The middle of a stick that stays in its place; null for one that appears where the thumb lands. */
  home(stick: StickName): Vector | null;
}

export interface Stick {
  /** The finger that holds it; null while none does. */
  readonly pointer: number | null;
  /** Its middle, in css px. */
  readonly middle: Readonly<Vector>;
  /** Where it is pushed, at most 1 long; zero while it rests. */
  readonly push: Readonly<Vector>;
}

export interface Thumbs extends Readonly<Record<StickName, Stick>> {
  /** Whether the aim stick is far enough out to fire. */
  readonly firing: boolean;
  /** A finger comes down. */
  land(pointer: number, x: number, y: number, now: number): void;
  /** Whether this finger holds a stick. */
  roll(pointer: number, x: number, y: number): boolean;
  /** @returns whether that was a tap on the aiming side */
  lift(pointer: number, now: number): boolean;
  /** The system took a finger away: its stick is let go, and it was no tap. */
  cancel(pointer: number): void;
  /** Lets both sticks go. */
  clear(): void;
}

interface Held {
  pointer: number | null;
  readonly middle: Vector;
  readonly push: Vector;
  /** Whether the finger moves it; one that landed beyond the reach of a fixed stick may only tap. */
  live: boolean;
  /** Whether it was pushed out of its dead zone since it landed. */
  pushed: boolean;
  since: number;
}

function createStick(): Held {
  return {
    ...{ pointer: null, live: false, pushed: false, since: 0 },
    ...{ middle: { x: 0, y: 0 }, push: { x: 0, y: 0 } },
  };
}

function letGo(stick: Held): void {
  stick.pointer = null;
  stick.push.x = stick.push.y = 0;
}

/** @param layout asked whenever a finger lands or moves */
export function createThumbs(layout: () => Layout): Thumbs {
  const sticks = { move: createStick(), aim: createStick() };

  function holderOf(pointer: number): Held | null {
    if (sticks.move.pointer === pointer) return sticks.move;
    return sticks.aim.pointer === pointer ? sticks.aim : null;
  }

  function follow(stick: Held, x: number, y: number): void {
    if (!stick.live) return;
    const { throwPx, deadZone, home } = layout();
    const away = Math.hypot(x - stick.middle.x, y - stick.middle.y);
    const leash = throwPx * LEASH;
    if (away > leash && home(stick === sticks.move ? "move" : "aim") === null) {
      stick.middle.x += ((x - stick.middle.x) * (away - leash)) / away;
      stick.middle.y += ((y - stick.middle.y) * (away - leash)) / away;
    }
    deflect((x - stick.middle.x) / throwPx, (y - stick.middle.y) / throwPx, deadZone, stick.push);
    if (stick.push.x !== 0 || stick.push.y !== 0) stick.pushed = true;
  }

  return {
    ...sticks,
    get firing() {
      return Math.hypot(sticks.aim.push.x, sticks.aim.push.y) > FIRE_BEYOND;
    },
    land(pointer, x, y, now) {
      const { width, moveSide, throwPx, home } = layout();
      const side = x < width / 2 ? "left" : "right";
      const name = side === moveSide ? "move" : "aim";
      const stick = sticks[name];
      // The first finger keeps its stick; a second one on the same half is a palm.
      if (stick.pointer !== null) return;
      const fixed = home(name);
      stick.pointer = pointer;
      stick.since = now;
      stick.pushed = false;
      stick.middle.x = fixed?.x ?? x;
      stick.middle.y = fixed?.y ?? y;
      stick.live = Math.hypot(x - stick.middle.x, y - stick.middle.y) <= throwPx * REACH;
      follow(stick, x, y);
    },
    roll(pointer, x, y) {
      const stick = holderOf(pointer);
      if (stick === null) return false;
      follow(stick, x, y);
      return true;
    },
    lift(pointer, now) {
      const stick = holderOf(pointer);
      if (stick === null) return false;
      letGo(stick);
      return stick === sticks.aim && !stick.pushed && now - stick.since <= TAP_MS;
    },
    cancel(pointer) {
      const stick = holderOf(pointer);
      if (stick !== null) letGo(stick);
    },
    clear() {
      letGo(sticks.move);
      letGo(sticks.aim);
    },
  };
}
