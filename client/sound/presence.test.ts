import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { onGestures, type Presence, watchPresence } from "./presence.ts";

interface OpenPage {
  readonly presence: Presence;
  readonly window: EventTarget;
  hide(hidden: boolean): void;
}

function openPage(muteOnBlur = signal(true)): OpenPage {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { hidden: false });
  return {
    presence: watchPresence({ window, document }, muteOnBlur),
    window,
    hide(hidden) {
      document.hidden = hidden;
      document.dispatchEvent(new Event("visibilitychange"));
    },
  };
}

test("a page is heard while somebody is at it", () => {
  const { presence, window, hide } = openPage();
  expect(presence.heard.value).toBe(true);
  window.dispatchEvent(new Event("blur"));
  expect(presence.heard.value).toBe(false);
  window.dispatchEvent(new Event("focus"));
  expect(presence.heard.value).toBe(true);
  hide(true);
  expect([presence.heard.value, presence.hidden.value]).toEqual([false, true]);
  hide(false);
  expect([presence.heard.value, presence.hidden.value]).toEqual([true, false]);
});

test("without the focus it is heard if the player wants it so, but never while it is hidden", () => {
  const muteOnBlur = signal(false);
  const { presence, window, hide } = openPage(muteOnBlur);
  window.dispatchEvent(new Event("blur"));
  expect(presence.heard.value).toBe(true);
  hide(true);
  expect(presence.heard.value).toBe(false);
  hide(false);
  muteOnBlur.value = true;
  expect(presence.heard.value).toBe(false);
});

test("each click, key and lifted finger is a gesture; a moved mouse is none", () => {
  const window = new EventTarget();
  let gestures = 0;
  onGestures(window, () => {
    gestures += 1;
  });
  for (const type of ["pointerdown", "pointerup", "touchend", "click", "keydown"])
    window.dispatchEvent(new Event(type));
  for (const type of ["pointermove", "scroll", "keyup"]) window.dispatchEvent(new Event(type));
  expect(gestures).toBe(5);
});
