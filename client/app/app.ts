/** The state machine of the page: menu, joining, playing, and back. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { MODES, type ModeKey } from "../../shared/content/index.ts";
import { ANY_MODE } from "../../shared/protocol.ts";
import type { Failure } from "../hud/menu.tsx";
import { rememberName } from "../hud/nickname.ts";
import type { SeatWish } from "../net/reserve.ts";
import { ready } from "../words/index.ts";
import { type DoorModule, game, type SeatModule } from "./ahead.ts";
import { type Asked, ask, unasked } from "./asked.ts";
import type { Session } from "./door.ts";
import { rememberSeat } from "./heldSeat.ts";
import { createReturnLimit } from "./returnLimit.ts";
import type { Seat, SeatDoors } from "./seat.tsx";
import { viewSettings } from "./settings.ts";
import { fetchModes, recallMode, rememberMode, roomIn } from "./wish.ts";

/** Where the page stands. */
export type Page =
  | { at: "menu"; failure: Failure | null }
  | { at: "joining" }
  | { at: "playing"; seat: Seat }
  | { at: "unsupported" };

export interface App {
  readonly page: ReadonlySignal<Page>;
  /** The name used last, or to begin with. */
  readonly name: ReadonlySignal<string>;
  /** Key of the mode that is wanted, or `ANY_MODE`. */
  readonly mode: ReadonlySignal<string>;
  /** Modes that can be had; null until the server has said so. */
  readonly offered: ReadonlySignal<readonly ModeKey[] | null>;
  /** The room of a link, which is wanted before all others; null without one. */
  readonly room: ReadonlySignal<string | null>;
  choose(mode: string): void;
  /** Wants a certain room, or with null any; a seat in another one is given up. */
  invite(room: string | null): void;
  /** Fetches engine and network code, so that a later `play` need not wait for them. Null when they cannot be had now. */
  preload(): Promise<SeatModule | null>;
  play(name: string): Promise<void>;
  /** Back to the menu while a seat is looked for; one that comes too late is given back. */
  cancel(): void;
  /** Comes back to a seat that this tab had before a reload; ends in the menu when it is gone. */
  resume(seat: string): Promise<void>;
  /** Gives up: this browser cannot draw the arena. */
  giveUp(): void;
}

/** Fetches the engine and builds it. */
async function warmUp(): Promise<void> {
  const view = await game.view();
  view.warmUp(
    viewSettings.peek().quality,
    game.door().catch(() => {}),
  );
}

/** A seat is of no use before everything can be said that it says, and drawn that is in its picture. */
async function fetchRest(): Promise<SeatModule> {
  const [seat] = await Promise.all([game.seat(), warmUp(), game.art(), ready()]);
  return seat;
}

/** What to tell of a failed join. Errors of other kinds are bugs: the console has them. */
function failureOf(error: unknown, { JoinError }: DoorModule): Failure {
  if (error instanceof JoinError) return { why: error.why, retry: error.retry };
  console.error(error);
  return { why: "join", retry: true };
}

/** Whether an invitation has served: its room was entered, or is no more. */
function isSettled(page: Page): boolean {
  return page.at === "playing" || (page.at === "menu" && page.failure?.why === "gone");
}

/** A reload is to come back to the seat or to the menu, not to a room that was left. */
function forgetLink(): void {
  if (roomIn(location.hash) !== null) history.replaceState(null, "", location.pathname + location.search);
}

/**
 * @param stage where the arena is drawn
 * @param firstName proposed in the menu
 */
export function createApp(stage: HTMLElement, firstName: string): App {
  const page = signal<Page>({ at: "menu", failure: null });
  const name = signal(firstName);
  const mode = signal(recallMode());
  const offered = signal<readonly ModeKey[] | null>(null);
  const room = signal(roomIn(location.hash));
  let asked = false;

  /** Once; what the modes are called comes with the words. */
  async function askOffer(): Promise<void> {
    if (asked) return;
    asked = true;
    const [modes] = await Promise.all([fetchModes(), ready()]);
    offered.value = MODES.map(({ key }) => key).filter((key) => modes.includes(key));
  }

  /** The mode that was chosen, unless it cannot be had here. */
  function wantedMode(): string {
    return offered.peek()?.find((key) => key === mode.peek()) ?? ANY_MODE;
  }

  /** Whether `wantedMode` will not be another one a moment later. */
  function knowsMode(): boolean {
    return mode.peek() === ANY_MODE || offered.peek() !== null;
  }

  /** The address is that of a certain room only until it was tried. */
  function invite(wanted: string | null): void {
    if (page.value.at === "joining") return;
    leave();
    page.value = { at: "menu", failure: null };
    room.value = wanted;
    if (wanted === null) forgetLink();
  }

  function leave(): void {
    if (page.value.at !== "playing") return;
    page.value.seat.dispose();
    page.value = { at: "menu", failure: null };
  }

  const options: SeatDoors = {
    stage,
    onRename: (renamed) => {
      name.value = renamed;
    },
    onLeave: leave,
    mode: wantedMode,
    onAgain: () => void play(name.value),
    mayReturn: createReturnLimit(),
    onReturn: (session) =>
      void fetchRest().then(({ furnish }) => {
        leave();
        page.value = { at: "playing", seat: furnish(session, options) };
      }),
    onRefused: ({ why, retry }) => {
      leave();
      page.value = { at: "menu", failure: { why, retry } };
    },
  };

  /** Into the arena through one of the ways that the door offers. */
  async function enter(
    way: (door: DoorModule) => Promise<Session>,
    explain: (error: unknown, door: DoorModule) => Failure | null,
  ): Promise<void> {
    void askOffer();
    const own: Page = { at: "joining" };
    page.value = own;
    const isWanted = (): boolean => page.peek() === own;
    const fail = (failure: Failure | null): void => {
      if (isWanted()) page.value = { at: "menu", failure };
    };
    const failToLoad = (error: unknown): void => {
      console.error(error);
      fail({ why: "load", retry: true });
    };
    // The server answers while the rest is still on its way.
    const rest = fetchRest();
    rest.catch(() => {});
    let door: DoorModule;
    try {
      door = await game.door();
    } catch (error) {
      failToLoad(error);
      return;
    }
    if (!isWanted()) return;
    let session: Session;
    try {
      session = await way(door);
    } catch (error) {
      fail(explain(error, door));
      return;
    }
    // Nobody waits for it any more: given back at once, not when the rest has come.
    if (!isWanted()) {
      void session.leave();
      return;
    }
    try {
      const { furnish } = await rest;
      if (isWanted()) page.value = { at: "playing", seat: furnish(session, options) };
      else void session.leave();
    } catch (error) {
      void session.leave();
      failToLoad(error);
    }
  }

  /** An invitation that has served is not followed again. */
  function settle(invitedTo: string | null): void {
    if (invitedTo === null || !isSettled(page.peek())) return;
    room.value = null;
    forgetLink();
  }

  async function play(wanted: string): Promise<void> {
    if (page.value.at === "joining") return;
    leave();
    name.value = wanted;
    rememberName(wanted);
    const invitedTo = room.peek();
    const wish = (): SeatWish => {
      const any = { name: wanted, mode: wantedMode() };
      return invitedTo === null ? any : { ...any, roomId: invitedTo };
    };
    let asked: Promise<Asked | null> = Promise.resolve(null);
    const entering = enter(async (door) => door.takeSeat((await asked) ?? unasked(wish())), failureOf);
    const own = page.peek();
    // Once what draws is here, the code that takes the seat will be here soon.
    asked = game
      .view()
      .catch(() => {})
      .then(() => {
        const isClear = invitedTo !== null || knowsMode();
        return page.peek() === own && isClear ? ask(wish()) : null;
      });
    await entering;
    settle(invitedTo);
  }

  async function resume(seat: string): Promise<void> {
    rememberSeat(null);
    const invitedTo = room.peek();
    // A seat that is gone is no news after a reload: the menu says nothing about it.
    await enter(
      (door) => door.returnToSeat(seat),
      () => null,
    );
    settle(invitedTo);
  }

  return {
    ...{ page, name, mode, offered, room },
    choose(wanted) {
      mode.value = wanted;
      rememberMode(wanted);
    },
    invite,
    cancel() {
      if (page.value.at === "joining") page.value = { at: "menu", failure: null };
    },
    play,
    resume,
    async preload() {
      void askOffer();
      const [seat] = await Promise.all([fetchRest(), game.door()]).catch(() => [null]);
      return seat;
    },
    giveUp() {
      page.value = { at: "unsupported" };
    },
  };
}
