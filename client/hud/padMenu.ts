/**
 * A gamepad in menus: D-pad and left stick move the focus, A presses, B goes back, the bumpers turn tabs, left and right
 * move sliders, the right stick scrolls. Beside a running game only the D-pad and A are for the menu.
 */
import { createPadReader, familyOf, PAD, type PadReader, pluggedPad, usedDevice } from "../input/index.ts";
import { adjust, focusedIn, openScope, pressKey, type Scope, turnTab, walk } from "./menuSteps.ts";
import type { Direction } from "./spatial.ts";

/** How far a stick is out when it points somewhere. */
const POINTS_AT = 0.55;
/** A direction that is held steps again after so long, and then so often; in ms. */
const FIRST_MS = 380;
const NEXT_MS = 110;
/** css px per second of the right stick at full throw. */
const SCROLL_PX = 900;
const STICK_DEAD_ZONE = 0.25;

const DPAD: readonly (readonly [Direction, number])[] = [
  ["up", 1 << PAD.up],
  ["down", 1 << PAD.down],
  ["left", 1 << PAD.left],
  ["right", 1 << PAD.right],
];

/** Where D-pad and stick point. */
function directionOf({ buttons, left }: PadReader, stickToo: boolean): Direction | null {
  for (const [direction, bit] of DPAD) if ((buttons & bit) !== 0) return direction;
  if (!stickToo || Math.max(Math.abs(left.x), Math.abs(left.y)) < POINTS_AT) return null;
  if (Math.abs(left.x) > Math.abs(left.y)) return left.x > 0 ? "right" : "left";
  return left.y > 0 ? "down" : "up";
}

/** When a direction that is held counts as pressed anew. */
export function createRepeat(): (direction: Direction | null, now: number) => Direction | null {
  let held: Direction | null = null;
  let due = 0;
  return (direction, now) => {
    if (direction !== held) {
      held = direction;
      due = now + FIRST_MS;
      return direction;
    }
    if (direction === null || now < due) return null;
    due = now + NEXT_MS;
    return direction;
  };
}

/** Steers whatever is open for as long as the page lives; polls only while a gamepad is plugged in. */
export function steerMenusByPad(): void {
  const reader = createPadReader();
  const repeat = createRepeat();
  let down = 0;
  let before = 0;
  let polling = false;
  let met: string | null = null;

  function step(scope: Scope, direction: Direction): void {
    const focused = focusedIn(scope);
    if (direction === "left" && adjust(focused, -1)) return;
    if (direction === "right" && adjust(focused, 1)) return;
    walk(scope, direction);
  }

  function press(scope: Scope, fresh: number): void {
    if (fresh & (1 << PAD.a)) focusedIn(scope)?.click();
    if (scope.beside) return;
    if (fresh & (1 << PAD.b)) pressKey(scope, "Escape");
    if (fresh & (1 << PAD.x)) pressKey(scope, "Backspace");
    if (fresh & (1 << PAD.lb)) turnTab(scope, -1);
    if (fresh & (1 << PAD.rb)) turnTab(scope, 1);
  }

  function steer(now: number): void {
    const passed = Math.min(0.1, (now - before) / 1000);
    before = now;
    const fresh = reader.buttons & ~down;
    down = reader.buttons;
    const scope = openScope();
    // Where a button is to be bound, it is only that.
    if (scope === null || scope.element.querySelector("[data-listening]") !== null) {
      repeat(null, now);
      return;
    }
    const direction = repeat(directionOf(reader, !scope.beside), now);
    if (fresh !== 0 || direction !== null) usedDevice.value = "gamepad";
    if (direction !== null) step(scope, direction);
    if (fresh !== 0) press(scope, fresh);
    const { y } = reader.right;
    if (!scope.beside && Math.abs(y) > STICK_DEAD_ZONE) scope.element.scrollBy(0, y * SCROLL_PX * passed);
  }

  /** Tells the page whose buttons it is to name. */
  function meet(pad: Gamepad | null): void {
    if (pad === null || pad.id === met) return;
    met = pad.id;
    pluggedPad.value = { family: familyOf(pad), standard: pad.mapping === "standard" };
  }

  function poll(now: number): void {
    if (!reader.read()) {
      polling = false;
      return;
    }
    meet(reader.pad);
    steer(now);
    requestAnimationFrame(poll);
  }

  function begin(): void {
    if (polling || !reader.read()) return;
    polling = true;
    // What is down at the first look was not pressed for us.
    down = reader.buttons;
    requestAnimationFrame(poll);
  }

  window.addEventListener("gamepadconnected", begin);
  begin();
}
