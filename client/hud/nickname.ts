/** The nickname: checked by the server's own rule, remembered here. */
import { safeParse } from "valibot";
import { NAME_PROBLEMS, NameSchema } from "../../shared/protocol.ts";
import { recall, remember } from "../settings/index.ts";
import { proposeName } from "./names.ts";

/** What is wrong with a name: the end of the key of its message. */
export type NameProblem = keyof typeof NAME_PROBLEMS;

export type CheckedName = { ok: true; name: string } | { ok: false; problem: NameProblem };

/** The name as the server will take it, or why it will not. */
export function checkName(text: string): CheckedName {
  const result = safeParse(NameSchema, text, { abortPipeEarly: true });
  if (result.success) return { ok: true, name: result.output };
  const { message } = result.issues[0];
  const problems = Object.keys(NAME_PROBLEMS) as NameProblem[];
  return { ok: false, problem: problems.find((key) => NAME_PROBLEMS[key] === message) ?? "letters" };
}

/** The name to begin with: given in the address, else remembered, else proposed. */
export function firstName(given: string | null): string {
  for (const name of [given, recall("name")]) {
    if (name === null) continue;
    const checked = checkName(name);
    if (checked.ok) return checked.name;
  }
  return proposeName();
}

/** Whether this player has had a name before. */
export function hasName(): boolean {
  return recall("name") !== null;
}

export function rememberName(name: string): void {
  remember("name", name);
}
