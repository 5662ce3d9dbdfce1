/** Who may see the menu that the build has put into the page. All others wait for the script to paint their own. */
import { LANGUAGES } from "../settings/languages.ts";

/** What tells, before any script of the game has run, that a visitor's menu is another one. */
export interface Visitor {
  /** The address beyond its path. */
  readonly search: string;
  readonly hash: string;
  /** Stored settings and the seat that this tab holds; null where there are none. */
  readonly settings: string | null;
  readonly seat: string | null;
  /** As the browser lists them. */
  readonly languages: readonly string[];
  /** Whether the system asks for strong contrasts. */
  readonly contrast: boolean;
}

const tongue = (tag: string): string => tag.toLowerCase().split("-")[0]!;

/** English is what we speak with whoever reads nothing else of ours. */
function readsEnglish(languages: readonly string[]): boolean {
  const spoken = LANGUAGES.map(tongue);
  return (languages.map(tongue).find((one) => spoken.includes(one)) ?? "en") === "en";
}

/** Whether the first menu is right for a visitor: in doubt it is not, since waiting is better than seeing something else. */
export function firstFits({ search, hash, settings, seat, languages, contrast }: Visitor): boolean {
  // An invitation, or a wish to play at once.
  if (hash !== "" || seat !== null) return false;
  if (/[?&](name|language)=/.test(search)) return false;
  // Any setting of that area may change words or dress; only those that differ from the beginning are stored.
  if (settings?.includes('"interface"')) return false;
  return !contrast && readsEnglish(languages);
}
