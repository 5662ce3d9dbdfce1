/** Weapons as small pictures, for where there is no room for their names. */
import type { Weapon, WeaponKey } from "../../shared/content/index.ts";

/** Line drawings in a box of 16 by 16: each shows what its weapon sends out. */
const PATHS: Readonly<Record<WeaponKey, string>> = {
  pulse: "M1.5 8H4M6 6h6.5a2 2 0 0 1 0 4H6Z",
  burst: "M2 4.5h3M7.5 4.5H14M1 8h3M6.5 8H13M2 11.5h3M7.5 11.5H14",
  scatter: "M2 8h12M2.5 7 13 2.5M2.5 9 13 13.5M5 6.9 14 5M5 9.1l9 1.9",
  rail: "M1.5 5.5h13M1.5 10.5h13M4 8h1.5M7.5 8H9M11 8h1.5",
  launcher: "M2 13.5C3 7 6 4.5 9 5.5M11.5 4.5a2.7 2.7 0 1 0 .1 0M13 4l1.5-2",
  mine: "M8 5a3 3 0 1 0 .1 0M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.8.8M11.8 11.8l.8.8M12.6 3.4l-.8.8M4.2 11.8l-.8.8",
};

export function WeaponIcon({ weapon }: { weapon: Weapon }) {
  return (
    <svg class="weapon-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[weapon.key]} />
    </svg>
  );
}
