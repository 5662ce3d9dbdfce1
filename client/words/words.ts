/** Says things in the language of the player. What is drawn from these functions is drawn anew when that changes. */
import { signal } from "@preact/signals";
import type { ENGLISH } from "./english/index.ts";
import { SHELL } from "./english/shell.ts";
import type { Params } from "./message.ts";
import { createVoice } from "./voice.ts";

export type English = typeof ENGLISH;
/** The key of a message; the English catalogue decides which there are, and what each asks for. */
export type Key = keyof English;

/** Nothing for a message without placeholders. */
type Args<K extends Key, Value> = keyof Params<English[K], Value> extends never
  ? []
  : [params: Params<English[K], Value>];

/** Until a whole catalogue has come there are the words of the menu, in English. */
export const voice = signal(createVoice("en", SHELL));

type Values = Readonly<Record<string, unknown>>;

/** The pieces of a message with its values between them; numbers as the language writes them. */
function fill(key: Key, params: Values): unknown[] {
  const { read, decimal } = voice.value;
  const { n } = params;
  const parts = read(key, typeof n === "number" ? n : 0) ?? [];
  return parts.map((part, i) => {
    if (i % 2 === 0) return part;
    const value = params[part];
    return typeof value === "number" ? decimal(value, 0) : value;
  });
}

/** The message of a key, with a value for each of its `{placeholders}`. Numbers are shown whole. */
export function t<K extends Key>(key: K, ...[params]: Args<K, string>): string {
  return fill(key, params ?? {}).join("");
}

/** As `t`, for placeholders that stand for more than text, such as a player with colour and shape. */
export function phrase<K extends Key, Value>(
  key: K,
  params: Params<English[K], Value | string>,
): (string | Value)[] {
  return fill(key, params) as (string | Value)[];
}

/** A number with a digit behind the point, as the language writes it. */
export function tenths(value: number): string {
  return voice.value.decimal(value, 1);
}

/** A share of 1 in percent, as the language writes it. */
export function percent(share: number): string {
  return voice.value.percent(share);
}
