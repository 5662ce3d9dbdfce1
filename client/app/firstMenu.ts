/** The menu that stood in the page before the script: the game takes it over with all that was done in it. */
import { type ComponentChild, hydrate, render } from "preact";

export interface FirstMenu {
  /** What was typed into the field for a name so far. */
  readonly typed: string;
  /** Whether something was pressed in it. */
  readonly pressed: boolean;
  /**
   * Puts the page in its place, and does what was pressed.
   * @param name that stands in the page's field
   */
  become(page: ComponentChild, name: string): void;
}

/** Those that were pressed; the script in the head (first.ts) marks them. */
const PRESSED = 'button[aria-busy="true"]';

/**
 * @param root of the page: with a menu of the build, shown or hidden, or empty as while developing
 */
export function findFirstMenu(root: HTMLElement): FirstMenu {
  const shown = root.matches(".first-fits .first");
  const field = shown ? root.querySelector("input") : null;
  const pressed = (): HTMLButtonElement[] =>
    shown ? [...root.querySelectorAll<HTMLButtonElement>(PRESSED)] : [];
  return {
    get typed() {
      return field?.value ?? "";
    },
    get pressed() {
      return pressed().length > 0;
    },
    become(page, name) {
      const waiting = pressed();
      root.classList.remove("first");
      if (shown) {
        hydrate(page, root);
      } else {
        root.replaceChildren();
        render(page, root);
      }
      if (field !== null && field.value === "") {
        // Preact leaves fields as they are when it takes them over.
        field.value = name;
        // Who was about to type a name does not have to delete the one that is proposed.
        if (field === document.activeElement) field.select();
      }
      for (const button of waiting) {
        button.removeAttribute("aria-busy");
        button.click();
      }
    },
  };
}
