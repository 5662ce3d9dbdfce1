/** Medals as small pictures, each with its name for those who cannot see it. */
import { MEDALS, type MedalKey } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";

/** Line drawings in a box of 16 by 16. */
const PATHS: Readonly<Record<MedalKey, string>> = {
  // A drop.
  firstBlood: "M8 1.5C11 6 12.5 8 12.5 10.5a4.5 4.5 0 0 1-9 0C3.5 8 5 6 8 1.5Z",
  // Two chevrons.
  double: "M3 8.5 8 3.5l5 5M3 13.5 8 8.5l5 5",
  // A bar for each kill, rising.
  streak: "M2 14v-3M5 14V9M8 14V7M11 14V4.5M14 14V2",
  // There and back.
  comeback: "M5 2 2 5l3 3M2 5h7.5a4.5 4.5 0 0 1 0 9H5",
  // A sight.
  longShot: "M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM8 .8v4.4M8 10.8v4.4M.8 8h4.4M10.8 8h4.4",
  // A shield.
  defender: "M8 1.5 13.5 3.5v4.2c0 3.4-2.4 5.8-5.5 6.8-3.1-1-5.5-3.4-5.5-6.8V3.5Z",
};

/** @param medal its place in the table of medals */
export function Medal({ medal }: { medal: number }) {
  const row = MEDALS[medal];
  if (row === undefined) return null;
  return (
    <svg class="medal" viewBox="0 0 16 16" role="img" aria-label={t(`medal.${row.key}`)}>
      <title>{`${t(`medal.${row.key}`)}: ${t(`deed.${row.key}`)}`}</title>
      <path d={PATHS[row.key]} />
    </svg>
  );
}
