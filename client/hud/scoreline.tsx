/** Top centre: the clock, what is played, and how it stands. */
import { computed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { modeOf, TEAMS, type Team } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";
import { minutesAndSeconds } from "./clock.ts";
import { useHud } from "./context.ts";
import { keepFocus } from "./focus.ts";
import { Player, TeamName } from "./player.tsx";

/** The clock warns in the last seconds. */
const LAST_SECONDS = 10;

/** A tap on it opens the scoreboard where no key is at hand. */
export function Scoreline() {
  const { store } = useHud();
  const clock = useMemo(() => computed(() => minutesAndSeconds(store.secondsLeft.value)), [store]);
  const last = useMemo(
    () => computed(() => store.phase.value === "live" && store.secondsLeft.value <= LAST_SECONDS),
    [store],
  );
  const { key, teams } = modeOf(store.mode.value);
  const togglePinned = (): void => {
    store.scoresPinned.value = !store.scoresPinned.value;
  };
  return (
    <button
      type="button"
      class={`panel scoreline ${last.value ? "last" : ""} ${teams ? "teams" : ""}`}
      tabIndex={-1}
      onMouseDown={keepFocus}
      onClick={togglePinned}
    >
      <span class="spoken">{t("scoreboard.heading")}</span>
      {teams ? <TeamScore team={TEAMS[0]!} /> : <OwnScore />}
      <span class="middle">
        <strong class="clock">{clock}</strong>
        <small class="played">
          {t("hud.goal", { mode: t(`mode.${key}`), goal: store.goal.value, unit: t(`unit.${key}`) })}
        </small>
      </span>
      {teams ? <TeamScore team={TEAMS[1]!} /> : <Place />}
    </button>
  );
}

/** The score of one team; the own one is framed. */
function TeamScore({ team }: { team: Team }) {
  const { store } = useHud();
  const own = store.team.value === team.id && !store.watching.value;
  return (
    <span class={`team-score ${own ? "own" : ""}`}>
      <TeamName team={team} bare />
      <strong>{store.teamScores[team.id]}</strong>
      {own ? <small>{t("hud.you")}</small> : null}
    </span>
  );
}

function OwnScore() {
  const { store } = useHud();
  return (
    <span class={`standing ${store.watching.value ? "" : "own"}`}>
      <strong>{store.score}</strong>
      <small>{t("hud.place", { n: store.place.value, of: store.players.value })}</small>
    </span>
  );
}

/** The one to beat. */
function Place() {
  const rival = useHud().store.rival.value;
  if (rival === null) return <span />;
  return (
    <span class="standing rival">
      <Player {...rival.who} />
      <strong>{rival.score}</strong>
    </span>
  );
}
