/** After a round: who has won, the best three or the scores of the teams, and what everybody has done. */
import { modeOf, TEAMS } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";
import { fullColumns } from "./columns.tsx";
import { useHud } from "./context.ts";
import { headlineOf } from "./headline.ts";
import { Player, TeamName } from "./player.tsx";
import type { Row } from "./rows.ts";
import { Standings } from "./standings.tsx";

/** Places as they stand on a podium, from left to right. */
const STEPS = [1, 0, 2] as const;

export function Podium() {
  const { store } = useHud();
  const mode = modeOf(store.mode.value);
  return (
    <section class="result">
      <h2>{headlineOf(store)}</h2>
      {mode.teams ? <TeamResult /> : <Steps rows={store.rows.value} />}
      <div class="panel">
        <Standings columns={fullColumns(mode.key)} />
      </div>
      <p class="next">{t("result.over", { seconds: store.secondsLeft.value })}</p>
    </section>
  );
}

function Steps({ rows }: { rows: readonly Row[] }) {
  return (
    <ol class="podium">
      {STEPS.map((index) => {
        const row = rows[index];
        return row === undefined ? null : <Step key={row.who.slot} row={row} place={index + 1} />;
      })}
    </ol>
  );
}

function Step(props: { row: Row; place: number }) {
  const { row, place } = props;
  return (
    <li class={`step step-${place} ${row.who.self ? "own" : ""}`}>
      <Player {...row.who} />
      <div class="block">
        <strong>{t("hud.nth", { n: place })}</strong>
        <span>{row.score}</span>
      </div>
    </li>
  );
}

function TeamResult() {
  const { store } = useHud();
  return (
    <p class="team-result">
      {TEAMS.map((team) => (
        <span key={team.id} class={store.winner.value === team.id ? "won" : ""}>
          <TeamName team={team} />
          <strong>{store.teamScores[team.id]}</strong>
        </span>
      ))}
    </p>
  );
}
