/** The keyboard, by places of keys rather than by letters: every layout has the same hand. */
import { computed } from "@preact/signals";
import { ALWAYS_PAUSE } from "../settings/index.ts";
import { keymapOf, press, release } from "./actions.ts";
import type { Desk } from "./device.ts";
import { HELP_MARK, isTextField } from "./helpKey.ts";

/** Whether a key presses what has the focus, such as a choice of the vote. */
function pressesControl({ code, target }: KeyboardEvent): boolean {
  return (code === "Enter" || code === "Space") && target instanceof HTMLButtonElement;
}

/** Listens until the returned function is called. */
export function listenToKeyboard(desk: Desk): () => void {
  const keymap = computed(() => keymapOf(desk.settings.bindings.keys.value));

  function onKeyDown(event: KeyboardEvent): void {
    if (!desk.isActive() || isTextField(event.target) || pressesControl(event)) return;
    // Ctrl+R and the like belong to the browser.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const meaning = keymap.value.get(event.code);
    const pauses = event.code === ALWAYS_PAUSE.keys;
    const asks = meaning === undefined && event.key === HELP_MARK;
    if (meaning === undefined && !pauses && !asks) return;
    desk.device.value = "desktop";
    // Space would scroll, Tab would move the focus, Escape would close the overlay that it has just opened.
    event.preventDefault();
    if (event.repeat) return;
    if (pauses) desk.page.pause();
    else if (asks) desk.page.help();
    else if (meaning !== undefined) press(desk, event.code, meaning);
  }

  function onKeyUp({ code }: KeyboardEvent): void {
    // macOS sends no keyup for keys let go while Command is held: better all loose than one stuck.
    if (code === "MetaLeft" || code === "MetaRight") desk.latch.clear();
    release(desk, code, keymap.value.get(code));
  }

  window.addEventListener("keydown", onKeyDown);
  window.addEventListener("keyup", onKeyUp);
  return () => {
    window.removeEventListener("keydown", onKeyDown);
    window.removeEventListener("keyup", onKeyUp);
  };
}
