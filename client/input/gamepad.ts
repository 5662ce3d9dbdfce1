/** The gamepad in the game, polled once a frame and before each command; nothing is asked while none is plugged in. */
import { computed } from "@preact/signals";
import { keymapOf, type Meaning, press, release } from "./actions.ts";
import type { Desk } from "./device.ts";
import { createPadReader, PAD, PAD_BUTTONS } from "./pads.ts";
import { deflect, type Vector } from "./stick.ts";
import { likelyDevice } from "./usedDevice.ts";

/** Codes of the buttons by their numbers. */
const CODES: readonly string[] = Array.from({ length: PAD_BUTTONS }, (_, i) => `Pad${i}`);

/** Buttons that choose from what is open; bits. They are not for the game then. */
const CHOOSING =
  (1 << PAD.up) | (1 << PAD.down) | (1 << PAD.left) | (1 << PAD.right) | (1 << PAD.a) | (1 << PAD.b);
const PAUSE = 1 << PAD.menu;

export interface Pad {
  readonly move: Vector;
  /** Zero while the stick rests. */
  readonly aim: Vector;
  /** The pad itself, for what it can do besides. */
  readonly pad: Gamepad | null;
  /** Reads the pad; may be called as often as one likes. */
  poll(): void;
  /** Lets everything go; what is still down has to be pressed anew. */
  clear(): void;
  dispose(): void;
}

export function listenToGamepad(desk: Desk): Pad {
  const { controls, bindings } = desk.settings;
  const meanings = computed<readonly (Meaning | undefined)[]>(() => {
    const keymap = keymapOf(bindings.pad.value);
    return CODES.map((code) => keymap.get(code));
  });
  const reader = createPadReader();
  const move: Vector = { x: 0, y: 0 };
  const aim: Vector = { x: 0, y: 0 };
  /** Buttons that were down at the last poll, and those of them that the game heard of; bits. */
  let down = 0;
  let held = 0;
  let plugged = reader.read();

  function setHeld(next: number): void {
    const changed = held ^ next;
    held = next;
    if (changed === 0) return;
    for (let i = 0; i < PAD_BUTTONS; i++) {
      if ((changed & (1 << i)) === 0) continue;
      const meaning = meanings.value[i];
      if ((next & (1 << i)) === 0) release(desk, CODES[i]!, meaning);
      else if (meaning !== undefined) press(desk, CODES[i]!, meaning);
    }
  }

  function letGo(): void {
    move.x = move.y = aim.x = aim.y = 0;
    setHeld(0);
  }

  /** The pad went away, perhaps in the middle of a fight. */
  function lose(): void {
    plugged = false;
    down = 0;
    letGo();
    if (desk.device.peek() !== "gamepad") return;
    desk.device.value = likelyDevice();
    if (desk.isActive()) desk.page.padLost();
  }

  function look(): void {
    const there = reader.read();
    if (there) plugged = true;
    else if (plugged) lose();
  }

  function poll(): void {
    if (!plugged) return;
    if (!reader.read()) {
      lose();
      return;
    }
    const fresh = reader.buttons & ~down;
    down = reader.buttons;
    if (fresh & PAUSE) desk.page.pause();
    if (!desk.isActive()) {
      letGo();
      return;
    }
    const swapped = controls.moveSide.peek() === "right";
    const deadZone = controls.stickDeadZone.peek() / 100;
    const moving = swapped ? reader.right : reader.left;
    const aiming = swapped ? reader.left : reader.right;
    deflect(moving.x, moving.y, deadZone, move);
    deflect(aiming.x, aiming.y, deadZone, aim);
    // What was pressed while a menu had the pad is not for the game, even when it is still down afterwards.
    const choosing = desk.page.menuOpen() ? CHOOSING : 0;
    setHeld((held & down) | (fresh & ~choosing & ~PAUSE));
    if (down !== 0 || move.x !== 0 || move.y !== 0 || aim.x !== 0 || aim.y !== 0)
      desk.device.value = "gamepad";
  }

  window.addEventListener("gamepadconnected", look);
  window.addEventListener("gamepaddisconnected", look);
  return {
    move,
    aim,
    get pad() {
      return reader.pad;
    },
    poll,
    clear() {
      letGo();
      down = plugged && reader.read() ? reader.buttons : 0;
    },
    dispose() {
      window.removeEventListener("gamepadconnected", look);
      window.removeEventListener("gamepaddisconnected", look);
    },
  };
}
