/** Top right: who destroyed whom, with what, and who earned a medal. */
import { MEDALS, weaponOf } from "../../shared/content/index.ts";
import { settings } from "../settings/index.ts";
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { FEED_LINES, type FeedLine, type KillLine, type MedalLine } from "./feed.ts";
import { Medal } from "./medal.tsx";
import { Player } from "./player.tsx";

/** Lines at most, by the setting; the newest ones. */
const LINES = { short: 2, full: FEED_LINES } as const;

/** Hidden from screen readers: it would talk all the time, and the scoreboard says the same. */
export function KillFeed() {
  const { store } = useHud();
  const size = settings.interface.killFeed.value;
  if (size === "off") return null;
  return (
    <ol class="feed" aria-hidden="true">
      {store.feed.value.slice(-LINES[size]).map((line) => (
        <li key={line.id} class={isOwn(line) ? "own" : ""}>
          {line.what === "kill" ? <Kill {...line} /> : <Earned {...line} />}
        </li>
      ))}
    </ol>
  );
}

function isOwn(line: FeedLine): boolean {
  if (line.what === "medal") return line.who.self;
  const { killer, victim, assists } = line;
  return killer?.self === true || victim.self || assists.some(({ self }) => self);
}

/** The killer and the first who helped; of more helpers there is only the number. */
function Kill({ killer, assists, victim, weapon }: KillLine) {
  const [helper, ...others] = assists;
  return (
    <>
      {killer === null ? null : <Player {...killer} />}
      {helper === undefined ? null : (
        <>
          <span class="with">+</span>
          <Player {...helper} />
        </>
      )}
      {others.length === 0 ? null : <span class="with">+{others.length}</span>}
      <span class="with">{t(`weapon.${weaponOf(weapon).key}`)}</span>
      <Player {...victim} />
    </>
  );
}

function Earned({ who, medal }: MedalLine) {
  const row = MEDALS[medal];
  return (
    <>
      <Player {...who} />
      <Medal medal={medal} />
      <span class="earned">{row === undefined ? null : t(`medal.${row.key}`)}</span>
    </>
  );
}
