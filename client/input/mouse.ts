/** Mouse and pen: where they point, their buttons, and the wheel. */
import { computed } from "@preact/signals";
import { keymapOf, press, release } from "./actions.ts";
import type { Desk } from "./device.ts";
import type { Vector } from "./stick.ts";

/** Codes by the bits of `PointerEvent.buttons`: its order is not that of `button`, which the codes are named after. */
const BUTTONS = ["Mouse0", "Mouse2", "Mouse1", "Mouse3", "Mouse4"] as const;

/** Wheel travel in px that counts as one notch: touchpads send many small ones. */
const NOTCH_PX = 50;
/** One flick of a wheel turns it by one notch. */
const NOTCH_PAUSE_MS = 120;
/** A hand that rests on the mouse while another device is used trembles less than this, in px. */
const TREMBLE_PX = 2;
const LINE_PX = 16;

export interface Mouse {
  /** Last place of the pointer in css px of the window. */
  readonly at: Vector;
  /** Lets every button go; one that is still down has to be pressed anew. */
  clear(): void;
  dispose(): void;
}

/** What a wheel event says of travel, in px. */
export function travelOf({ deltaY, deltaMode }: Pick<WheelEvent, "deltaY" | "deltaMode">): number {
  return deltaY * (deltaMode === 0 ? 1 : LINE_PX * 3);
}

/** The code of a mouse button by its number in an event. */
export function codeOfButton(button: number): string {
  return `Mouse${button}`;
}

export function listenToMouse(target: HTMLElement, desk: Desk): Mouse {
  const keymap = computed(() => keymapOf(desk.settings.bindings.keys.value));
  const at: Vector = { x: window.innerWidth / 2, y: window.innerHeight / 2 };
  /** Buttons down that went down on the target; a drag that began on a button of the page is no trigger. */
  let held = 0;
  let ours = false;
  let travel = 0;
  let lastNotch = 0;

  function setHeld(next: number): void {
    const changed = held ^ next;
    held = next;
    for (let i = 0; i < BUTTONS.length; i++) {
      const code = BUTTONS[i]!;
      if ((changed & (1 << i)) === 0) continue;
      const meaning = keymap.value.get(code);
      if ((next & (1 << i)) === 0) release(desk, code, meaning);
      else if (meaning !== undefined) press(desk, code, meaning);
    }
  }

  function clear(): void {
    ours = false;
    setHeld(0);
  }

  /** One handler for all: a second button pressed while one is held arrives as a move. */
  function onPointer(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    const moved = Math.abs(event.clientX - at.x) + Math.abs(event.clientY - at.y);
    at.x = event.clientX;
    at.y = event.clientY;
    if (event.buttons === 0) ours = false;
    if (!desk.isActive()) return;
    if (moved > TREMBLE_PX || event.type === "pointerdown") {
      desk.device.value = "desktop";
      desk.pointing.value = true;
    }
    setHeld(ours ? event.buttons : 0);
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    // The release reaches us even when it happens outside of the window.
    target.setPointerCapture(event.pointerId);
    ours = true;
    onPointer(event);
  }

  /** The system took the pointer, or another element did. */
  function onLost(event: PointerEvent): void {
    if (event.pointerType !== "touch") clear();
  }

  function onWheel(event: WheelEvent): void {
    if (!desk.isActive()) return;
    event.preventDefault();
    travel += travelOf(event);
    if (Math.abs(travel) < NOTCH_PX) return;
    const code = travel > 0 ? "WheelDown" : "WheelUp";
    travel = 0;
    const meaning = keymap.value.get(code);
    if (meaning === undefined || event.timeStamp - lastNotch <= NOTCH_PAUSE_MS) return;
    lastNotch = event.timeStamp;
    desk.device.value = "desktop";
    press(desk, code, meaning);
    release(desk, code, meaning);
  }

  const refuse = (event: Event): void => event.preventDefault();
  /** The middle button would scroll, the side buttons would leave the page. */
  const refuseOthers = (event: MouseEvent): void => {
    if (event.button !== 0 && desk.isActive()) event.preventDefault();
  };

  const undo = new AbortController();
  const { signal } = undo;
  target.addEventListener("pointerdown", onPointerDown, { signal });
  target.addEventListener("lostpointercapture", onLost, { signal });
  target.addEventListener("contextmenu", refuse, { signal });
  target.addEventListener("mousedown", refuseOthers, { signal });
  target.addEventListener("mouseup", refuseOthers, { signal });
  target.addEventListener("auxclick", refuseOthers, { signal });
  target.addEventListener("wheel", onWheel, { passive: false, signal });
  window.addEventListener("pointermove", onPointer, { signal });
  window.addEventListener("pointerup", onPointer, { signal });
  window.addEventListener("pointercancel", onLost, { signal });
  return { at, clear, dispose: () => undo.abort() };
}
