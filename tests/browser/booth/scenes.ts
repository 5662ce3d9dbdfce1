/** Everything that can stand on the page, each as a state of the store of the HUD. */
import type { HudStore } from "../../../client/hud/index.ts";
import { rowsOf } from "../../../client/hud/rows.ts";
import { t } from "../../../client/words/index.ts";
import { ModeId, TeamId, WEAPONS, WeaponId } from "../../../shared/content/index.ts";
import { CLOSE } from "../../../shared/protocol.ts";
import { crowd, records } from "./crowd.ts";

function people(store: HudStore, teams: boolean): void {
  const drones = crowd(teams);
  store.mode.value = teams ? ModeId.courier : ModeId.ffa;
  store.team.value = teams ? TeamId.azure : TeamId.none;
  store.rows.value = rowsOf({ drones, records: { final: true, players: records(drones) } });
  store.players.value = drones.length;
  store.teamScores.forEach((score, team) => {
    score.value = team * 2;
  });
  store.spectators.value = ["Silent Badger 16", "Ada"];
}

const person = (slot: number, team = 0) => {
  const { name } = crowd(false)[slot]!;
  return { slot, name, self: slot === 0, team };
};

/** A drone in the thick of it, with every instrument in use. */
function fight(store: HudStore): void {
  people(store, false);
  store.health.value = 22;
  store.plating.value = 40;
  store.overclock.value = 9;
  store.dashCharges.value = 1;
  store.weapon.value = WeaponId.rail;
  store.charge.value = 0.6;
  for (const [id, arm] of store.arms.entries()) {
    arm.carried.value = id !== WeaponId.mine;
    if (WEAPONS[id]!.magazine === null) continue;
    arm.loaded.value = id === WeaponId.burst ? 0 : 8;
    arm.spare.value = 24;
  }
  store.score.value = 18;
  store.place.value = 3;
  store.goal.value = 20;
  store.rival.value = { who: person(1), score: 19 };
  store.secondsLeft.value = 154;
  store.pingMs.value = 123;
  const at = performance.now();
  store.wounds.value = [{ id: 1, angle: 0.6, damage: 30, at }];
  store.gains.value = [{ id: 2, at, says: t("gain.amount", { item: t("item.healthCell"), amount: 35 }) }];
  store.notices.value = [
    { id: 3, at, says: t("medal.firstBlood"), team: 0, medal: 0 },
    {
      id: 4,
      at,
      says: t("goal.packetTaken", { who: person(1).name, team: t("team.ember") }),
      team: 1,
      medal: null,
    },
  ];
  store.kills.value = [{ id: 8, at, victim: person(1) }];
  store.dryPulls.value = 1;
  store.subtitles.value = [
    {
      id: 5,
      what: "blast",
      weapon: WeaponId.launcher,
      who: "foe",
      bearing: 2.4,
      exact: true,
      loudness: 1,
      at,
    },
    {
      id: 6,
      what: "shot",
      weapon: WeaponId.rail,
      who: "friend",
      bearing: 0,
      exact: false,
      loudness: 0.4,
      at,
    },
    { id: 7, what: "roundLost", weapon: null, who: "none", bearing: null, exact: false, loudness: 1, at },
  ];
  store.feed.value = [
    ...[1, 6].map((slot) => ({
      ...{ what: "kill" as const, id: slot, at, killer: person(slot), victim: person(slot + 1) },
      ...{ assists: [person(slot + 2)], weapon: WeaponId.launcher },
    })),
    { what: "medal", id: 9, at, who: person(4), medal: 5 },
  ];
}

function graph(store: HudStore): void {
  fight(store);
  store.netLevel.value = 3;
  store.warnings.value = ["stall", "slowServer", "jitter", "far"];
  store.quality.value = "poor";
  store.figures.value = {
    framesPerS: 60,
    link: {
      ...{ pingMs: 40, rttMs: 60, jitterMs: 2, stalledMs: 0, interpolationMs: 66, pendingInputs: 2 },
      ...{ driftPeak: 0, driftMean: 0, corrections: 12, correctionPx: 1.5, earlyMs: 20, starvedPerS: 0 },
      ...{
        patchMs: 33,
        patchGapMs: 0,
        bytesInPerS: 4000,
        bytesOutPerS: 2000,
        rewindMs: 0,
        serverTicksPerS: 60,
      },
    },
  };
}

/** By name; each begins from an empty store of a seat that plays. */
export const SCENES: Readonly<Record<string, (store: HudStore) => void>> = {
  fight,
  graph,
  hint(store) {
    people(store, false);
    store.hints.value = { move: true, fire: false, dash: false };
  },
  shielded(store) {
    people(store, false);
    store.shielded.value = true;
  },
  warmup(store) {
    people(store, true);
    store.phase.value = "warmup";
    store.secondsLeft.value = 8;
    store.packets.value = [
      { team: TeamId.azure, at: "carried", carrier: person(1, 1) },
      { team: TeamId.ember, at: "dropped", seconds: 14 },
    ];
    store.closingSeconds.value = 25;
    store.laden.value = true;
  },
  zone(store) {
    people(store, true);
    store.mode.value = ModeId.uplink;
    store.zone.value = { holder: TeamId.ember, contested: false, movesIn: 31 };
    store.idleSeconds.value = 12;
  },
  overtime(store) {
    people(store, true);
    store.phase.value = "overtime";
    store.packets.value = [
      { team: TeamId.azure, at: "home" },
      { team: TeamId.ember, at: "carried", carrier: person(0, 1) },
    ];
  },
  countdown(store) {
    people(store, true);
    store.phase.value = "countdown";
    store.mode.value = ModeId.uplink;
    store.secondsLeft.value = 3;
  },
  scoreboard: (store) => people(store, false),
  "scoreboard teams": (store) => people(store, true),
  death(store) {
    people(store, false);
    store.alive.value = false;
    store.death.value = {
      ...{ killer: person(1), weapon: WeaponId.scatter, hits: 3, damage: 84 },
      link: { pingMs: 48, rewindMs: 120 },
    };
    store.respawnTenths.value = 23;
  },
  podium(store) {
    people(store, false);
    store.phase.value = "podium";
    store.winner.value = 1;
    store.secondsLeft.value = 7;
  },
  "podium teams"(store) {
    people(store, true);
    store.phase.value = "podium";
    store.winner.value = TeamId.azure;
    store.secondsLeft.value = 7;
  },
  vote(store) {
    people(store, false);
    store.phase.value = "vote";
    store.ownVote.value = 1;
    store.secondsLeft.value = 11;
    store.choices.value = [
      { arena: "courtyard", mode: ModeId.tdm, votes: 1 },
      { arena: "yards", mode: ModeId.courier, votes: 5 },
      { arena: "gates", mode: ModeId.ffa, votes: 0 },
    ];
  },
  watching(store) {
    people(store, false);
    store.watching.value = true;
    store.watched.value = person(2);
    store.weapon.value = WeaponId.launcher;
  },
  pause(store) {
    people(store, false);
    store.paused.value = true;
    store.ownName.value = "Mira";
    store.warnings.value = ["jitter"];
  },
  help(store) {
    people(store, false);
    store.helpShown.value = true;
  },
  reconnecting(store) {
    people(store, false);
    store.status.value = { at: "reconnecting", since: 0, until: 0, attempt: 2 };
    store.dropShown.value = true;
    store.seatSeconds.value = 17;
  },
  closed(store) {
    people(store, false);
    store.status.value = { at: "closed", reason: CLOSE.idle };
  },
  comeback(store) {
    people(store, false);
    store.status.value = { at: "closed", reason: CLOSE.shutdown };
    store.comeback.value = { attempt: 3, of: 16 };
  },
};
