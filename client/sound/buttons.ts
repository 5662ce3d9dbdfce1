import type { SoundKey } from "./recipes/index.ts";

/** What can be pressed, wherever it is in the page. */
const PRESSABLE =
  "button, a[href], summary, select, label, input:not([type=text]), [role=button], [role=tab]";

function pressableAt(target: EventTarget | null): Element | null {
  const found = target instanceof Element ? target.closest(PRESSABLE) : null;
  return found?.matches(":disabled, [aria-disabled=true]") === true ? null : found;
}

/**
 * Gives every button of the page its sounds, those of later pages as well: it listens at the document.
 * @returns the way to stop
 */
export function listenToButtons(page: Document, play: (sound: SoundKey) => void): () => void {
  const gone = new AbortController();
  const { signal } = gone;
  let pointed: Element | null = null;
  page.addEventListener(
    "pointerover",
    ({ target, pointerType }) => {
      const before = pointed;
      pointed = pressableAt(target);
      // A finger does not hover.
      if (pointed !== null && pointed !== before && pointerType === "mouse") play("hover");
    },
    { signal },
  );
  page.addEventListener(
    "click",
    ({ target }) => {
      if (pressableAt(target) !== null) play("press");
    },
    { signal, capture: true },
  );
  return () => gone.abort();
}
