/** Puts a text into the clipboard, also on pages that came over plain HTTP and have no such thing. */

/** @returns whether it is there now; if not, the text is selected, for the player to copy it */
export async function copyText(text: string, field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, field);
  }
}

/** The old way: what is selected in a field is copied. */
function copyBySelection(text: string, field: HTMLInputElement): boolean {
  const shown = field.value;
  field.value = text;
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    // What is hidden stays hidden, and nothing else is in the field than before.
    field.value = shown;
    field.select();
  }
}
