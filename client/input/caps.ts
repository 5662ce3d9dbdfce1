/** What is printed on keys and buttons, for players to find them. */

/** What is printed on the keys of this keyboard, where the browser tells (Chromium does): code to character. */
export type KeyLayout = ReadonlyMap<string, string>;

/** Caps that need a word of the player's language. */
export type CapWord =
  | "space"
  | "mouseLeft"
  | "mouseMiddle"
  | "mouseRight"
  | "mouseBack"
  | "mouseForward"
  | "wheelUp"
  | "wheelDown";

/** What a cap shows: what is printed there in every language, or a word. */
export type Cap = { readonly text: string } | { readonly word: CapWord };

const WORDS: Readonly<Record<string, CapWord>> = {
  Space: "space",
  Mouse0: "mouseLeft",
  Mouse1: "mouseMiddle",
  Mouse2: "mouseRight",
  Mouse3: "mouseBack",
  Mouse4: "mouseForward",
  WheelUp: "wheelUp",
  WheelDown: "wheelDown",
};

/** Names of keys that print nothing. */
const SPOKEN: Readonly<Record<string, string>> = {
  ShiftLeft: "Shift",
  ShiftRight: "Shift",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowDown: "↓",
  ArrowRight: "→",
  Backspace: "⌫",
  Delete: "Del",
  Insert: "Ins",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Backquote: "`",
  Minus: "-",
  Equal: "=",
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  IntlBackslash: "<",
  Semicolon: ";",
  Quote: "'",
  Comma: ",",
  Period: ".",
  Slash: "/",
};

/** Marks of the keypad beside its digits. */
const KEYPAD: Readonly<Record<string, string>> = {
  ...{ Add: "+", Subtract: "-", Multiply: "*", Divide: "/", Decimal: ".", Comma: ",", Equal: "=" },
  Enter: "Enter",
};

/** What players call a key or a mouse button: as printed on their keyboard, else as on a US one. */
export function capOf(code: string, layout?: KeyLayout): Cap {
  const word = WORDS[code];
  if (word !== undefined) return { word };
  const printed = layout?.get(code);
  // Some layouts call the keys of letters by signs of more than one character, and dead keys by nothing.
  if (printed !== undefined && printed.trim().length === 1) return { text: printed.toUpperCase() };
  const keypad = /^Numpad(.+)$/.exec(code)?.[1];
  if (keypad !== undefined) return { text: `Num ${KEYPAD[keypad] ?? keypad}` };
  return { text: SPOKEN[code] ?? code.replace(/^(?:Key|Digit)/, "") };
}

/** Asks the browser for the layout; undefined where it keeps it to itself. */
export async function readKeyLayout(): Promise<KeyLayout | undefined> {
  const { keyboard } = navigator as Navigator & { keyboard?: { getLayoutMap?: () => Promise<KeyLayout> } };
  try {
    return await keyboard?.getLayoutMap?.();
  } catch {
    return undefined;
  }
}

/** Makers whose buttons have marks of their own. */
export type PadFamily = "xbox" | "playstation";

const MARKS: Readonly<Record<PadFamily, readonly string[]>> = {
  xbox: ["A", "B", "X", "Y", "LB", "RB", "LT", "RT", "View", "Menu", "LS", "RS"],
  playstation: ["✕", "○", "□", "△", "L1", "R1", "L2", "R2", "Create", "Options", "L3", "R3"],
};
const REST = ["D-pad ↑", "D-pad ↓", "D-pad ←", "D-pad →", "Home"] as const;

/** Whose buttons a gamepad has, by the name that the browser gives it. Most are marked as those of the Xbox. */
export function familyOf(pad: Pick<Gamepad, "id"> | null): PadFamily {
  return /dual\s?(?:sense|shock)|playstation|054c/i.test(pad?.id ?? "") ? "playstation" : "xbox";
}

/** What is printed on a gamepad button of the standard mapping, by its code. */
export function padCapOf(code: string, family: PadFamily): string {
  const button = Number(code.slice("Pad".length));
  return MARKS[family][button] ?? REST[button - MARKS[family].length] ?? code;
}
