/** What asks for help in a keystroke. */

/** The key that asks for help wherever it lies on a keyboard, besides the one that is bound. */
export const HELP_MARK = "?";

/** Whether somebody is typing there. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  );
}
