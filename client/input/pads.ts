/** Reads gamepads: the one used last, its buttons as bits and its sticks as the standard mapping has them. */
import type { Vector } from "./stick.ts";

/** How far an analogue button is pulled when it goes down, and when it comes up again: a resting finger does not flutter. */
const DOWN_AT = 0.4;
const UP_AT = 0.25;
/** A stick further out than this is being used; worn ones rest nearer to their centre. */
const IN_USE = 0.5;

/** Button numbers of the standard mapping (w3.org/TR/gamepad). */
export const PAD = {
  ...{ a: 0, b: 1, x: 2, y: 3, lb: 4, rb: 5, lt: 6, rt: 7, view: 8, menu: 9 },
  ...{ up: 12, down: 13, left: 14, right: 15 },
} as const;

/** Buttons that can be bound; those of some pads have more, which nobody knows. */
export const PAD_BUTTONS = 17;

export interface PadReader {
  /** Buttons that are down, as bits. */
  readonly buttons: number;
  /** Deflection of both sticks as the pad tells it, without a dead zone. */
  readonly left: Readonly<Vector>;
  readonly right: Readonly<Vector>;
  /** The pad that was read last. */
  readonly pad: Gamepad | null;
  /** Reads the pad; false while there is none. Everything rests then. Allocates nothing of its own. */
  read(): boolean;
}

/** Whether a hand is on it. */
function isUsed(pad: Gamepad): boolean {
  for (const { pressed, value } of pad.buttons) if (value > DOWN_AT || (value === 0 && pressed)) return true;
  for (let i = 0; i < 4; i++) if (Math.abs(pad.axes[i] ?? 0) > IN_USE) return true;
  return false;
}

export function createPadReader(): PadReader {
  const left: Vector = { x: 0, y: 0 };
  const right: Vector = { x: 0, y: 0 };
  let pad: Gamepad | null = null;
  let buttons = 0;

  /** Of several pads the one in use; else the one that was, while it is there. */
  function find(): Gamepad | null {
    const index = pad?.index;
    let found: Gamepad | null = null;
    for (const one of navigator.getGamepads()) {
      if (!one?.connected) continue;
      if (isUsed(one)) return one;
      if (found === null || one.index === index) found = one;
    }
    return found;
  }

  return {
    left,
    right,
    get buttons() {
      return buttons;
    },
    get pad() {
      return pad;
    },
    read() {
      pad = find();
      const before = buttons;
      buttons = 0;
      left.x = pad?.axes[0] ?? 0;
      left.y = pad?.axes[1] ?? 0;
      right.x = pad?.axes[2] ?? 0;
      right.y = pad?.axes[3] ?? 0;
      if (pad === null) return false;
      for (let i = 0; i < pad.buttons.length && i < PAD_BUTTONS; i++) {
        const { pressed, value } = pad.buttons[i]!;
        const bit = 1 << i;
        // Buttons that know no way between say so with a value of nothing.
        const down = value === 0 ? pressed : value > ((before & bit) === 0 ? DOWN_AT : UP_AT);
        if (down) buttons |= bit;
      }
      return true;
    },
  };
}
