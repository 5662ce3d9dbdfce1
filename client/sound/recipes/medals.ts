import type { Recipe } from "../synth/index.ts";
import { bells, SIGNAL } from "./kinds.ts";

const MEDAL = { ...SIGNAL, peak: 0.18, hall: 0.3, gapMs: 300 } as const;

/** Distinctions: bells, each with a motif of its own. */
export const MEDALS = {
  firstBloodMedal: { ...MEDAL, layers: bells([74, 0], [81, 0.12]) },
  doubleMedal: { ...MEDAL, layers: bells([77, 0], [77, 0.11], [81, 0.22]) },
  streakMedal: { ...MEDAL, layers: bells([74, 0], [77, 0.08], [81, 0.16], [86, 0.24]) },
  comebackMedal: { ...MEDAL, layers: bells([69, 0], [72, 0.1], [81, 0.24]) },
  longShotMedal: { ...MEDAL, layers: bells([86, 0], [81, 0.26]) },
  defenderMedal: { ...MEDAL, layers: bells([74, 0], [69, 0.11], [74, 0.22]) },
} as const satisfies Readonly<Record<string, Recipe>>;
