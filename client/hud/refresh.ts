/** Copies the world into the store: instruments in every frame, everything else ten times a second. */
import { TICK_S } from "../../shared/content/index.ts";
import type { Link, Round, World } from "../net/index.ts";
import { settings } from "../settings/index.ts";
import { dropOld, FEED_MS } from "./feed.ts";
import { finishHint } from "./hintMemory.ts";
import { keep } from "./keep.ts";
import { createWarner, type Warning } from "./netGraph/warnings.ts";
import { GAIN_MS, NOTICE_MS } from "./notices.ts";
import { packetLines, zoneLine } from "./objective.ts";
import { personOf } from "./person.ts";
import { placeOf, rivalOf } from "./ranking.ts";
import { rowsOf } from "./rows.ts";
import { createSlowness } from "./slowness.ts";
import type { HudStore, LinkQuality } from "./store.ts";
import { freshAt } from "./subtitles.ts";

/** How long a wound is shown, and the "Go" after a countdown, in ms. */
export const WOUND_MS = 800;
export const GO_MS = 900;

/** How long an own kill is told beside the drone, in ms. */
export const KILL_POP_MS = 1400;

const SLOW_MS = 100;
/** Numbers that change faster than this, in ms, cannot be read. */
const FIGURES_MS = 500;
/** Steps of a progress bar: finer ones nobody sees, and each costs a write to the page. */
const STEPS = 50;
/** A drone that has moved this far, in px, has been moved by its player. */
const MOVED_PX = 48;
/** Shorter drops of the link only show as an icon. */
const DROP_MS = 700;

function stepped(progress: number): number {
  return Math.round(progress * STEPS) / STEPS;
}

/** How a link feels to play on. */
export function qualityOf(
  link: Pick<Link, "pingMs" | "jitterMs">,
  warnings: readonly Warning[],
): LinkQuality {
  if (warnings.length > 0) return "poor";
  return link.pingMs > 90 || link.jitterMs > 12 ? "fair" : "good";
}

/** The drone through whose eyes the world is seen. */
function refreshFocus(store: HudStore, world: World): void {
  const { self, focus, watching } = world;
  store.watching.value = watching !== null;
  store.present.value = self !== null || watching !== null;
  if (self !== null) store.ownName.value = self.name;
  store.team.value = self?.team ?? focus?.team ?? 0;
  const drone = self ?? focus;
  if (drone === null) return;
  // On the change only: news of a death may come a frame before the state that shows it.
  if (drone.alive && !store.alive.peek()) store.death.value = null;
  store.alive.value = drone.alive;
  store.shielded.value = drone.alive && drone.protected;
  store.health.value = Math.ceil(drone.health);
  store.plating.value = Math.ceil(drone.plating);
  store.weapon.value = drone.weapon;
  store.laden.value = drone.laden;
  store.score.value = drone.score;
}

/** What only the player of a drone knows of it. */
function refreshInstruments(store: HudStore, { own }: World): void {
  store.dashCharges.value = own.dashCharges;
  store.dashProgress.value = stepped(own.dashProgress);
  store.reload.value = stepped(own.reloadProgress);
  store.charge.value = stepped(own.charge);
  store.overclock.value = Math.ceil(own.overclockIn);
  store.respawnTenths.value = Math.max(0, Math.ceil(own.respawnIn * 10));
  for (let id = 0; id < store.arms.length; id++) {
    const arm = own.arms[id];
    if (arm === undefined) continue;
    const shown = store.arms[id]!;
    shown.carried.value = arm.carried;
    shown.loaded.value = arm.loaded ?? -1;
    shown.spare.value = arm.spare ?? 0;
  }
}

function refreshRound(store: HudStore, round: Round): void {
  store.phase.value = round.phase;
  // A tick of slack, so that the clock does not flicker between two seconds at the border.
  store.secondsLeft.value = Math.max(0, Math.ceil(round.secondsLeft - TICK_S));
  store.mode.value = round.mode;
  store.goal.value = round.goal;
  store.winner.value = round.winner;
  for (let team = 0; team < store.teamScores.length; team++) {
    store.teamScores[team]!.value = round.teamScores[team] ?? 0;
  }
}

/** How the link does, for everybody and for those who want to know more. */
function createLinkRefresher(
  store: HudStore,
  { tellsTrouble }: Pick<RefreshDoors, "tellsTrouble">,
): (world: World, now: number) => void {
  const warner = createWarner();
  const isSlow = createSlowness();
  let figuresAt = Number.NEGATIVE_INFINITY;

  /** The net graph: what nobody looks at is not brought up to date. */
  function refreshGraph(link: Link, now: number): void {
    const level = store.netLevel.peek();
    if (level === 0) figuresAt = Number.NEGATIVE_INFINITY;
    if (level === 3) store.loggedAt.value = now;
    if (level === 0 || now - figuresAt < FIGURES_MS) return;
    figuresAt = now;
    store.jitterMs.value = Math.round(link.jitterMs);
    if (level > 1) store.figures.value = { link: { ...link }, framesPerS: store.log.framesPerS() };
  }

  return ({ link }, now) => {
    store.pingMs.value = Math.round(link.pingMs);
    if (tellsTrouble) keep(store.warnings, warner.look(link, now));
    store.quality.value = qualityOf(link, store.warnings.peek());
    store.log.write(link, now);
    // Whoever wants all that can be drawn has decided on that.
    const { quality } = settings.video;
    const saves = quality.peek() === "auto" || quality.peek() === "low";
    store.slow.value = tellsTrouble && saves && isSlow(store.log.framesPerS(), now);
    refreshGraph(link, now);
    const status = store.status.peek();
    const dropped = status.at === "reconnecting";
    store.dropShown.value = dropped && now - status.since > DROP_MS;
    store.seatSeconds.value = dropped ? Math.max(0, Math.ceil((status.until - now) / 1000)) : 0;
  };
}

/** Ticks the hint about moving off when the drone has come away from where it was first seen. */
function createMoveHint(store: HudStore): (world: World) => void {
  let startX = Number.NaN;
  let startY = Number.NaN;
  return ({ self }) => {
    if (store.hints.peek().move) return;
    // A new life begins elsewhere: nobody has moved there.
    if (self === null || !self.alive) startX = Number.NaN;
    else if (Number.isNaN(startX)) {
      startX = self.x;
      startY = self.y;
    } else if (Math.hypot(self.x - startX, self.y - startY) > MOVED_PX) {
      store.hints.value = finishHint(store.hints.peek(), "move");
    }
  };
}

/** Takes away what has been shown for long enough. */
function forgetOld(store: HudStore, now: number): void {
  store.feed.value = dropOld(store.feed.peek(), now, FEED_MS);
  store.notices.value = dropOld(store.notices.peek(), now, NOTICE_MS);
  store.gains.value = dropOld(store.gains.peek(), now, GAIN_MS);
  store.kills.value = dropOld(store.kills.peek(), now, KILL_POP_MS);
  store.wounds.value = dropOld(store.wounds.peek(), now, WOUND_MS);
  store.subtitles.value = freshAt(store.subtitles.peek(), now);
  const wentAt = store.goAt.peek();
  if (wentAt !== null && now - wentAt > GO_MS) store.goAt.value = null;
}

function refreshMatch(store: HudStore, world: World): void {
  const { watching, round } = world;
  const drone = world.self ?? world.focus;
  const watched = watching?.slot ?? null;
  keep(store.watched, watched === null ? null : personOf(world, watched));
  store.players.value = world.drones.length;
  if (drone !== null) store.place.value = placeOf(drone, world.drones);
  keep(store.rival, rivalOf(world, drone));
  keep(store.zone, zoneLine(world));
  keep(store.packets, packetLines(world));
  // The world keeps its choices up to date in place: what is shown must not change under the page.
  keep(store.choices, structuredClone(round.choices));
  store.ownVote.value = round.ownVote;
  store.idleSeconds.value = world.idleSeconds;
  store.closingSeconds.value = world.closingSeconds;
}

export interface Refresher {
  /** @param now performance.now() of this frame */
  refresh(world: World, now: number): void;
}

/** What the refresher asks of the seat. */
export interface RefreshDoors {
  /** Whether somebody looks at the rows of the scoreboard. */
  wantsRows(): boolean;
  /** Whether a troubled link and a slow picture are told. */
  readonly tellsTrouble: boolean;
  /** Asks the server for what everybody has done; called as often as the rows are renewed. */
  askRecords(): void;
}

export function createRefresher(store: HudStore, doors: RefreshDoors): Refresher {
  const refreshLink = createLinkRefresher(store, doors);
  const refreshMoveHint = createMoveHint(store);
  let slowAt = Number.NEGATIVE_INFINITY;
  let looking = false;

  function refreshRows(world: World): void {
    if (world.records?.final !== true) doors.askRecords();
    keep(store.rows, rowsOf(world));
    keep(
      store.spectators,
      world.spectators.map(({ name }) => name),
    );
  }

  return {
    refresh(world, now) {
      refreshFocus(store, world);
      refreshInstruments(store, world);
      refreshRound(store, world.round);
      store.log.frame(world.link, now);
      // Whoever opens the scoreboard sees the newest one at once.
      const looks = doors.wantsRows();
      if (looks && !looking) slowAt = Number.NEGATIVE_INFINITY;
      looking = looks;
      if (now - slowAt < SLOW_MS) return;
      slowAt = now;
      forgetOld(store, now);
      refreshMatch(store, world);
      if (looking) refreshRows(world);
      refreshMoveHint(world);
      refreshLink(world, now);
    },
  };
}
