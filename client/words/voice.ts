/** A language that can be spoken: its catalogue with its rules for numbers. */
import type { Forms, Message, Words } from "./message.ts";
import { pieces } from "./message.ts";

export interface Voice {
  /** As in `<html lang>`. */
  readonly tag: string;
  /** The text of a message for a number, cut at its placeholders; null when the catalogue does not have it (yet). */
  read(key: string, n: number): readonly string[] | null;
  /** A number with so many digits behind the point. */
  decimal(value: number, digits: number): string;
  /** A share of 1 in whole percent. */
  percent(share: number): string;
}

/** Makes something once, and only if it is asked for: what a language's rules are takes a browser longer to find out than all else that it does before it paints the menu. */
function whenAsked<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** @param rules the language whose rules for numbers hold, where `tag` has none of its own */
export function createVoice(tag: string, words: Words, rules = tag): Voice {
  const cardinal = whenAsked(() => new Intl.PluralRules(rules));
  const ordinal = whenAsked(() => new Intl.PluralRules(rules, { type: "ordinal" }));
  const percents = whenAsked(() => new Intl.NumberFormat(rules, { style: "percent" }));
  const decimals = [0, 1, 2].map((digits) =>
    whenAsked(
      () => new Intl.NumberFormat(rules, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ),
  );
  const cut = new Map<string, readonly string[]>();

  function textOf(message: Message, n: number): string {
    const pick = (forms: Forms, by: () => Intl.PluralRules): string => forms[by().select(n)] ?? forms.other;
    if (typeof message === "string") return message;
    return "ordinal" in message ? pick(message.ordinal, ordinal) : pick(message, cardinal);
  }

  return {
    tag,
    read(key, n) {
      const message = words[key];
      if (message === undefined) return null;
      const text = textOf(message, n);
      const known = cut.get(text);
      if (known !== undefined) return known;
      const fresh = pieces(text);
      cut.set(text, fresh);
      return fresh;
    },
    decimal: (value, digits) => decimals[digits]!().format(value),
    percent: (share) => percents().format(share),
  };
}
