/** What a message is, and what has to be said along with it. */

/** Forms by number, as Intl.PluralRules names them; `{n}` decides which one is taken. */
export type Forms = { readonly [C in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** A sentence with `{placeholders}`; one that counts has a form for each kind of number, or of rank: 1st, 2nd, 3rd. */
export type Message = string | Forms | { readonly ordinal: Forms };

/** A catalogue: messages by their keys. */
export type Words = Readonly<Record<string, Message>>;

/** The names of the placeholders of a text. */
type Names<S> = S extends `${string}{${infer N}}${infer Rest}` ? N | Names<Rest> : never;

/** All texts of a message. */
type Texts<M> = M extends string ? M : M extends { ordinal: infer F } ? F[keyof F] : M[keyof M];

type Counts<M> = M extends string ? never : "n";

/** What a message asks for: a value for each placeholder, of a type besides numbers, and the number that it counts. */
export type Params<M, Value> = {
  readonly [N in Names<Texts<M>> | Counts<M>]: N extends Counts<M> ? number : Value | number;
};

const PLACEHOLDER = /\{(\w+)\}/;

/** A text cut at its placeholders: text, name, text, name, ..., text. */
export function pieces(text: string): readonly string[] {
  return text.split(PLACEHOLDER);
}

/** Every text of a message. */
export function textsOf(message: Message): readonly string[] {
  if (typeof message === "string") return [message];
  return Object.values("ordinal" in message ? message.ordinal : message);
}

/** The names of the placeholders of a message, each once, in the order of the alphabet. */
export function namesIn(message: Message): readonly string[] {
  const names = textsOf(message).flatMap((text) => pieces(text).filter((_, i) => i % 2 === 1));
  return [...new Set(names)].sort();
}
