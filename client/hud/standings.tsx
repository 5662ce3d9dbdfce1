/** The table of all players, in the scoreboard and on the podium. Teams keep together, with their score above them. */
import { modeOf, type Team, teamOf } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";
import { type Column, shortColumns } from "./columns.tsx";
import { useHud } from "./context.ts";
import { MatchCode } from "./invite/invite.tsx";
import { Player, TeamName } from "./player.tsx";
import { leaderOf, placeInRows, type Row } from "./rows.ts";

/** With more rows than this the table is set smaller, so that all of them fit the window. */
const MANY = 12;

export function Standings({ columns }: { columns: readonly Column[] }) {
  const rows = useHud().store.rows.value;
  const teams = [...new Set(rows.map(({ who }) => who.team))];
  return (
    <table class={`standings ${rows.length > MANY ? "many" : ""}`}>
      <thead>
        <tr>
          <th class="place" />
          <th>{t("scoreboard.player")}</th>
          {columns.map(({ key, heading }) => (
            <th key={key} class={`of-${key}`}>
              {t(heading)}
            </th>
          ))}
        </tr>
      </thead>
      {teams.map((id) => (
        <Side key={id} team={teamOf(id)} columns={columns} rows={rows.filter(({ who }) => who.team === id)} />
      ))}
    </table>
  );
}

/** The rows of one team, or of everybody where there are none. */
function Side(props: { team: Team | null; columns: readonly Column[]; rows: readonly Row[] }) {
  const { team, columns, rows } = props;
  const leader = leaderOf(useHud().store.rows.value);
  return (
    <tbody>
      {team === null ? null : <TeamRow team={team} />}
      {rows.map((row) => (
        <tr key={row.who.slot} class={row.who.self ? "own" : ""}>
          <td class="place">{placeInRows(rows, row)}</td>
          <td>
            <Player {...row.who} />
            {row === leader ? <Crown /> : null}
            <Tag row={row} />
          </td>
          {columns.map(({ key, cell }) => (
            <td key={key} class={`of-${key}`}>
              {cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** The other columns stay empty; how many of them are shown is up to the width of the window. */
function TeamRow({ team }: { team: Team }) {
  const { store } = useHud();
  return (
    <tr class="side">
      <td />
      <th scope="rowgroup">
        <TeamName team={team} />
        {store.team.value === team.id ? <small class="tag">{t("scoreboard.yours")}</small> : null}
      </th>
      <td class="of-score">
        <strong>{store.teamScores[team.id]}</strong>
      </td>
    </tr>
  );
}

/** On the one whom everybody is after. */
function Crown() {
  return (
    <svg class="crown" viewBox="0 0 16 16" role="img" aria-label={t("scoreboard.leader")}>
      <path d="M1.5 4.5 5 8l3-5 3 5 3.5-3.5L13 13H3Z" />
    </svg>
  );
}

/** What is special about a player. */
function Tag({ row }: { row: Row }) {
  const word = row.bot
    ? "scoreboard.bot"
    : !row.connected
      ? "scoreboard.away"
      : row.who.self
        ? "hud.you"
        : null;
  return word === null ? null : <small class="tag">{t(word)}</small>;
}

/** The scoreboard, while it is held or pinned open. */
export function Scoreboard() {
  const { store } = useHud();
  const watchers = store.spectators.value;
  return (
    <section class="panel scoreboard" aria-label={t("scoreboard.heading")}>
      <Standings columns={shortColumns(modeOf(store.mode.value).key)} />
      {watchers.length === 0 ? null : (
        <p class="watchers">{t("watch.list", { names: watchers.join(", ") })}</p>
      )}
      <MatchCode />
    </section>
  );
}
