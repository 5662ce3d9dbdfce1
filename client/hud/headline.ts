/** The one sentence that tells how a round has ended. */
import { modeOf } from "../../shared/content/index.ts";
import { t, teamName } from "../words/index.ts";
import type { HudStore } from "./store.ts";

/** Who has won, as the player of this store reads it. */
export function headlineOf({ mode, winner, team, rows }: HudStore): string {
  if (winner.value === null) return t("result.nobody");
  if (modeOf(mode.value).teams) {
    const won = teamName(winner.value);
    return winner.value === team.value ? t("result.ours", { team: won }) : t("result.winner", { name: won });
  }
  const row = rows.value.find(({ who }) => who.slot === winner.value);
  if (row === undefined) return t("result.nobody");
  return row.who.self ? t("result.won") : t("result.winner", { name: row.who.name });
}
