/** A language that nobody speaks: English with other letters, and longer by as much as translations mostly are. */
import { type Forms, type Message, pieces, type Words } from "./message.ts";

const LETTERS = "aåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqɋrŕsštţuûvṽwŵxẋyýzž";
const CAPITALS = "AÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQɊRŔSŠTŢUÛVṼWŴXẊYÝZŽ";
const STRANGE = new Map(
  [LETTERS, CAPITALS].flatMap((row) => {
    const letters = [...row];
    return letters.flatMap((letter, i) => (i % 2 === 0 ? [[letter, letters[i + 1]!] as const] : []));
  }),
);

/** How much longer a text gets: short ones grow most when they are translated. */
function growth(length: number): number {
  return length <= 10 ? 0.5 : length <= 30 ? 0.4 : 0.3;
}

/** Letters made strange, placeholders kept, and at the end a tail of blanks and dots that may break into lines. */
function stretch(text: string): string {
  const strange = pieces(text).map((part, i) =>
    i % 2 === 1 ? `{${part}}` : [...part].map((letter) => STRANGE.get(letter) ?? letter).join(""),
  );
  const letters = text.replace(/\{\w+\}|[^\p{L}]/gu, "").length;
  if (letters === 0) return text;
  const tail = "ẍ".repeat(Math.ceil(letters * growth(letters))).replace(/(.{7})(?=.)/g, "$1 ");
  return `[${strange.join("")} ${tail}]`;
}

function stretchForms(forms: Forms): Forms {
  return Object.fromEntries(Object.entries(forms).map(([form, text]) => [form, stretch(text)])) as Forms;
}

/** Names stay what they are in every language. */
const UNTRANSLATED: ReadonlySet<string> = new Set(["title"]);

/** A whole catalogue in the language that nobody speaks. */
export function stretched(words: Words): Words {
  const entries = Object.entries(words).map(([key, message]): [string, Message] => {
    if (UNTRANSLATED.has(key)) return [key, message];
    if (typeof message === "string") return [key, stretch(message)];
    return [key, "ordinal" in message ? { ordinal: stretchForms(message.ordinal) } : stretchForms(message)];
  });
  return Object.fromEntries(entries);
}
