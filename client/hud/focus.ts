/** Buttons that lie over the game must not take the keyboard from it. */

/** For `onMouseDown`: the button is pressed, but the focus stays where it was. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
