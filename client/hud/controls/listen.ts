/** Waits for a key, a mouse button, a turn of the wheel or a gamepad button, and keeps it from the page. */
import { codeOfButton, createPadReader, PAD, travelOf } from "../../input/index.ts";
import { ALWAYS_PAUSE, type BindingSet } from "../../settings/index.ts";

/** Wheel travel in px that is a choice and not a touch by accident. */
const NOTCH_PX = 50;

export interface Listener {
  onCode(code: string): void;
  onCancel(): void;
}

/** Whether an event is for a button of the question itself. */
function isForAsking({ target }: Event): boolean {
  return target instanceof Element && target.closest("[data-listening] button") !== null;
}

function keep(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Keyboard and mouse. Without `wanted` only the way out is heard: nobody binds a key to a gamepad. */
function listenToKeys(signal: AbortSignal, wanted: boolean, { onCode, onCancel }: Listener): void {
  const options = { capture: true, passive: false, signal } as const;
  let travel = 0;

  function onKeyDown(event: KeyboardEvent): void {
    const leaves = event.code === ALWAYS_PAUSE.keys;
    if (!leaves && !wanted) return;
    keep(event);
    if (event.repeat) return;
    keepRelease("keyup");
    if (leaves) onCancel();
    else onCode(event.code);
  }

  function onPointerDown(event: PointerEvent): void {
    if (isForAsking(event)) return;
    keep(event);
    keepRelease("pointerup");
    if (wanted && event.pointerType !== "touch") onCode(codeOfButton(event.button));
    else onCancel();
  }

  function onWheel(event: WheelEvent): void {
    if (!wanted) return;
    keep(event);
    travel += travelOf(event);
    if (Math.abs(travel) < NOTCH_PX) return;
    onCode(travel > 0 ? "WheelDown" : "WheelUp");
    travel = 0;
  }

  window.addEventListener("keydown", onKeyDown, options);
  window.addEventListener("pointerdown", onPointerDown, options);
  window.addEventListener("wheel", onWheel, options);
}

/**
 * What follows a press belongs to it: the release, the click and the menu. The page hears of them again when the key or
 * the button is up.
 */
function keepRelease(end: "keyup" | "pointerup"): void {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal } as const;
  // First of all, for the others let nothing through. The click comes after the release, in the same breath.
  window.addEventListener(end, () => setTimeout(() => over.abort()), options);
  window.addEventListener("blur", () => over.abort(), options);
  for (const type of ["keyup", "pointerup", "mousedown", "mouseup", "click", "auxclick", "contextmenu"])
    window.addEventListener(type, keep, options);
}

/** Gamepads. Without `wanted` only B and the menu button are heard, as the way out. */
function listenToPads(signal: AbortSignal, wanted: boolean, { onCode, onCancel }: Listener): void {
  const reader = createPadReader();
  reader.read();
  let down = reader.buttons;

  function poll(): void {
    if (signal.aborted) return;
    reader.read();
    const fresh = reader.buttons & ~down;
    down = reader.buttons;
    const out = (1 << PAD.menu) | (wanted ? 0 : 1 << PAD.b);
    if (fresh & out) onCancel();
    else if (wanted && fresh !== 0) onCode(`Pad${31 - Math.clz32(fresh)}`);
    requestAnimationFrame(poll);
  }
  requestAnimationFrame(poll);
}

/** Listens until the returned function is called. */
export function listenForCode(set: BindingSet, listener: Listener): () => void {
  const undo = new AbortController();
  listenToKeys(undo.signal, set === "keys", listener);
  listenToPads(undo.signal, set === "pad", listener);
  return () => undo.abort();
}
