/** What the player has set, and where nothing is set what the system asks for: followed live. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Settings } from "./settings.ts";

/** Whether a media query holds; never where there is no window. */
function asks(query: string): ReadonlySignal<boolean> {
  if (typeof matchMedia === "undefined") return signal(false);
  const list = matchMedia(query);
  const holds = signal(list.matches);
  list.addEventListener("change", ({ matches }) => {
    holds.value = matches;
  });
  return holds;
}

export interface Wishes {
  /** No shake, no pulsing, no bobbing. */
  readonly calm: ReadonlySignal<boolean>;
  /** Strong edges, no glass. */
  readonly contrast: ReadonlySignal<boolean>;
}

export function createWishes({ video, interface: look }: Pick<Settings, "video" | "interface">): Wishes {
  const systemIsCalm = asks("(prefers-reduced-motion: reduce)");
  const systemWantsContrast = asks("(prefers-contrast: more)");
  return {
    calm: computed(() => {
      const { value } = video.motion;
      return value === "auto" ? systemIsCalm.value : value === "reduced";
    }),
    contrast: computed(() => look.highContrast.value || systemWantsContrast.value),
  };
}
