/** What stands in a page itself instead of in files of their own, for its Content-Security-Policy to allow just that. */
import { createHash } from "node:crypto";

/** Sources of a policy, such as `'sha256-…'`. */
export interface InlineSources {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The inline scripts and styles of a page; what has attributes is none, or none of ours. */
export function inlineSources(html: string): InlineSources {
  const sources = (tag: "script" | "style"): string[] =>
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(
      ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
    );
  return { scripts: sources("script"), styles: sources("style") };
}
