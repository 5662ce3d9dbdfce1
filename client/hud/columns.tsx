/** The columns of the scoreboard and of the podium: what stands over each, and what it says of a row. */
import type { ComponentChildren } from "preact";
import { type ModeKey, weaponOf } from "../../shared/content/index.ts";
import { type Key, percent, t } from "../words/index.ts";
import { Medal } from "./medal.tsx";
import type { Row } from "./rows.ts";
import { accuracyOf, bestWeaponOf, medalsOf } from "./statistics.ts";

type Heading = Extract<Key, `scoreboard.${string}`>;

export interface Column {
  /** Names the column in the style sheet. */
  readonly key: string;
  readonly heading: Heading;
  cell(row: Row): ComponentChildren;
}

/** Where there is nothing to tell. */
const NONE = "–";

const shareOf = (share: number | null): string => (share === null ? NONE : percent(share));

const KILLS: Column = { key: "kills", heading: "scoreboard.kills", cell: (row) => row.kills };
const DEATHS: Column = { key: "deaths", heading: "scoreboard.deaths", cell: (row) => row.deaths };
const ASSISTS: Column = { key: "assists", heading: "scoreboard.assists", cell: (row) => row.assists };
const SCORE: Column = {
  key: "score",
  heading: "scoreboard.score",
  cell: (row) => <strong>{row.score}</strong>,
};
const PING: Column = { key: "ping", heading: "scoreboard.ping", cell: (row) => (row.bot ? "" : row.ping) };
const DAMAGE: Column = {
  key: "damage",
  heading: "scoreboard.damage",
  cell: ({ record }) => (record === null ? NONE : Math.round(record.damage)),
};
const ACCURACY: Column = {
  key: "accuracy",
  heading: "scoreboard.accuracy",
  cell: ({ record }) => shareOf(record === null ? null : accuracyOf(record)),
};
const STREAK: Column = {
  key: "streak",
  heading: "scoreboard.streak",
  cell: ({ record }) => record?.streak ?? NONE,
};

const BEST: Column = {
  key: "best",
  heading: "scoreboard.best",
  cell: ({ record }) => {
    const best = record === null ? null : bestWeaponOf(record);
    if (best === null) return NONE;
    return (
      <>
        {t(`weapon.${weaponOf(best.weapon).key}`)} <small>{shareOf(best.accuracy)}</small>
      </>
    );
  },
};

const MEDALS_WON: Column = {
  key: "medals",
  heading: "scoreboard.medals",
  cell: ({ record }) =>
    record === null
      ? null
      : medalsOf(record).map(({ medal, count }) => (
          <span key={medal} class="won">
            <Medal medal={medal} />
            {count > 1 ? count : null}
          </span>
        )),
};

/** What a mode counts besides kills; null where it counts nothing. */
const CAPTURES: Readonly<Record<ModeKey, Heading | null>> = {
  ffa: null,
  tdm: null,
  uplink: "scoreboard.zoneSeconds",
  courier: "scoreboard.packets",
};

/** The column for it, if there is one. */
function capturesIn(mode: ModeKey): readonly Column[] {
  const heading = CAPTURES[mode];
  return heading === null ? [] : [{ key: "captures", heading, cell: (row) => row.captures }];
}

/** The columns of the scoreboard. */
export function shortColumns(mode: ModeKey): readonly Column[] {
  return [SCORE, KILLS, DEATHS, ASSISTS, ...capturesIn(mode), DAMAGE, ACCURACY, PING];
}

/** The columns of the podium. */
export function fullColumns(mode: ModeKey): readonly Column[] {
  return [SCORE, KILLS, DEATHS, ASSISTS, ...capturesIn(mode), DAMAGE, ACCURACY, BEST, STREAK, MEDALS_WON];
}
