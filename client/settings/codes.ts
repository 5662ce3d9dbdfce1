/** Which keys and buttons may be bound, and why the others may not. */

/** Why a code is refused: it always pauses, the browser or the system keeps it, or it makes commands of other keys. */
export type Refusal = "pause" | "browser" | "system" | "modifier" | "unknown";

/** The key and the gamepad button that open and close the pause, whatever is bound. */
export const ALWAYS_PAUSE = { keys: "Escape", pad: "Pad9" } as const;

/** Search, reload, address bar, caret, menu, full screen and tools of the usual browsers, and keys named after them. */
const BROWSER = /^(?:F1|F3|F5|F6|F7|F10|F11|F12|Browser\w+|Launch\w+|Media\w+)$/;
const SYSTEM =
  /^(?:Meta(?:Left|Right)|OS(?:Left|Right)|ContextMenu|PrintScreen|Power|Sleep|WakeUp|Eject|Fn(?:Lock)?|AudioVolume\w+|Lang\d|CapsLock|NumLock|ScrollLock)$/;
/** Ctrl with W closes the tab, and no page may prevent it. */
const MODIFIER = /^(?:Control|Alt)(?:Left|Right)$/;
const KEY = /^[A-Z][A-Za-z]*\d{0,2}$/;
const MOUSE = /^(?:Mouse[0-4]|Wheel(?:Up|Down))$/;
const PAD = /^Pad(?:\d|1[0-6])$/;

/** Why a code of keyboard or mouse may not be bound; null when it may. */
export function refusalOfKey(code: string): Refusal | null {
  if (code === ALWAYS_PAUSE.keys) return "pause";
  if (BROWSER.test(code)) return "browser";
  if (SYSTEM.test(code)) return "system";
  if (MODIFIER.test(code)) return "modifier";
  if (MOUSE.test(code)) return null;
  return KEY.test(code) && !/^(?:Unidentified|Mouse|Wheel|Pad)/.test(code) ? null : "unknown";
}

/** Why a gamepad button may not be bound; null when it may. */
export function refusalOfPad(code: string): Refusal | null {
  if (code === ALWAYS_PAUSE.pad) return "pause";
  return PAD.test(code) ? null : "unknown";
}
