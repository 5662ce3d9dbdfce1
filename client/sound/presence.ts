import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** Whether somebody is at the page. */
export interface Presence {
  /** Whether the page cannot be seen at all. */
  readonly hidden: ReadonlySignal<boolean>;
  /** Whether it may be heard: it is seen, and has the focus unless the player wants it heard without. */
  readonly heard: ReadonlySignal<boolean>;
}

/** Gestures in whose handlers a browser lets a page begin to sound; a finger that comes down is none yet. */
const GESTURES = ["pointerdown", "pointerup", "touchend", "click", "keydown"] as const;

/** Watches a page. @param muteOnBlur whether it falls silent without the focus */
export function watchPresence(
  { window, document }: { window: EventTarget; document: EventTarget & { readonly hidden: boolean } },
  muteOnBlur: ReadonlySignal<boolean>,
): Presence {
  const hidden = signal(document.hidden);
  const focused = signal(true);
  document.addEventListener("visibilitychange", () => {
    hidden.value = document.hidden;
  });
  window.addEventListener("blur", () => {
    focused.value = false;
  });
  window.addEventListener("focus", () => {
    focused.value = true;
  });
  return { hidden, heard: computed(() => !hidden.value && (focused.value || !muteOnBlur.value)) };
}

/** Calls back directly in each gesture of the player, for as long as the page lives. */
export function onGestures(window: EventTarget, call: () => void): void {
  for (const gesture of GESTURES) window.addEventListener(gesture, call, { capture: true, passive: true });
}
