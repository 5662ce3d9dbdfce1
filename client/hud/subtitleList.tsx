/** Subtitles on the page: what was heard, by whom, and a wedge that points to where it came from. */
import { weaponOf } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import type { Subtitle } from "./subtitles.ts";

/** Hidden from screen readers: who listens to one hears the sounds themselves. */
export function Subtitles() {
  const { subtitles } = useHud().store;
  return (
    <ol class="subtitles" aria-hidden="true">
      {subtitles.value.map((line) => (
        <li key={line.id} class={line.who}>
          <Wedge line={line} />
          {saysOf(line)}
        </li>
      ))}
    </ol>
  );
}

function saysOf({ what, weapon, who }: Subtitle): string {
  const name = weapon === null ? "" : t(`weapon.${weaponOf(weapon).key}`);
  const says =
    what === "shot" || what === "charge" || what === "blast"
      ? t(`cue.${what}`, { weapon: name })
      : t(`cue.${what}`);
  return who === "friend" ? t("cue.friend", { sound: says }) : says;
}

/** A slim wedge for a known place, a wide one where only the sector is known; a dot for what is everywhere. */
function Wedge({ line }: { line: Subtitle }) {
  const { bearing, exact } = line;
  if (bearing === null) return <i class="here" />;
  return (
    <svg viewBox="-8 -8 16 16" aria-hidden="true" style={{ rotate: `${bearing}rad` }}>
      <path d={exact ? "M-5 -4 7 0-5 4-2 0Z" : "M-2 -7A7.3 7.3 0 0 1-2 7L6 0Z"} />
    </svg>
  );
}
