/** The focus in dialogs, menus and the vote, moved by directions: for hands that hold no mouse. */
import { type Direction, nextBox } from "./spatial.ts";

const FOCUSABLE =
  "button:enabled, a[href], input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']";

/** Something to choose from. */
export interface Scope {
  readonly element: HTMLElement;
  /** Whether the game goes on behind it and has the sticks. */
  readonly beside: boolean;
}

/** What is to be chosen from now: the uppermost dialog, else the menu, else what lies beside the game. */
export function openScope(): Scope | null {
  const dialog = [...document.querySelectorAll<HTMLElement>("dialog[open]")].at(-1);
  const element = dialog ?? document.querySelector<HTMLElement>(".menu");
  if (element !== null && element !== undefined) return { element, beside: false };
  const vote = document.querySelector<HTMLElement>(".ballot");
  return vote === null ? null : { element: vote, beside: true };
}

function focusables({ element }: Scope): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
}

/** What has the focus in a scope. */
export function focusedIn({ element }: Scope): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && element.contains(activeElement) && activeElement !== element
    ? activeElement
    : null;
}

/** Moves the focus in a direction; from nowhere to the first that there is. */
export function walk(scope: Scope, direction: Direction): void {
  const elements = focusables(scope);
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const focused = focusedIn(scope);
  const at = focused === null ? -1 : elements.indexOf(focused);
  const next = elements[nextBox(boxes[at] ?? null, boxes, direction)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Tells an element that its player has changed it. */
function tellChange(element: HTMLElement): void {
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * Moves a slider or a list to its next (1) or its previous (-1) value.
 * @returns whether there is such a thing in the focus
 */
export function adjust(element: HTMLElement | null, places: 1 | -1): boolean {
  if (element instanceof HTMLSelectElement) {
    const index = element.selectedIndex + places;
    if (index < 0 || index >= element.options.length) return true;
    element.selectedIndex = index;
  } else if (element instanceof HTMLInputElement && element.type === "range") {
    if (places > 0) element.stepUp();
    else element.stepDown();
  } else {
    return false;
  }
  tellChange(element);
  return true;
}

/** Goes to the next (1) or the previous (-1) tab; the row is a ring. */
export function turnTab({ element }: Scope, places: 1 | -1): void {
  const tabs = [...element.querySelectorAll<HTMLElement>("[role=tab]")];
  if (tabs.length === 0) return;
  const at = tabs.findIndex((tab) => tab.ariaSelected === "true");
  const tab = tabs[(at + places + tabs.length) % tabs.length];
  tab?.click();
  tab?.focus();
}

/** Presses a key where the focus is, as far as the page itself listens. */
export function pressKey(scope: Scope, code: "Escape" | "Backspace"): void {
  const target = focusedIn(scope) ?? scope.element;
  target.dispatchEvent(new KeyboardEvent("keydown", { code, key: code, bubbles: true, cancelable: true }));
}
