/** One seat from the join to the leave: session, view, input and HUD, put together and taken apart again. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { VNode } from "preact";
import { modeOf } from "../../shared/content/index.ts";
import {
  createDiary,
  createHudStore,
  createMinimap,
  createRecorder,
  createRefresher,
  createSubtitler,
  followCrosshair,
  Hud,
  type HudContext,
  nextNetLevel,
  type ReportFacts,
  reportText,
} from "../hud/index.ts";
import { createInput } from "../input/index.ts";
import { fetchArena } from "../net/arenas.ts";
import {
  BUILD,
  comeBack,
  comesBack,
  JoinError,
  type Session,
  type Status,
  watchReturns,
} from "../net/index.ts";
import { settings } from "../settings/index.ts";
import { sound } from "../sound/index.ts";
import "../style/game.css";
import { createArenaView } from "../view/index.ts";
import { endpoint } from "./asked.ts";
import { rememberSeat } from "./heldSeat.ts";
import { exposeProbe, posesForPicture } from "./probe.ts";
import { viewSettings } from "./settings.ts";
import { linkTo } from "./wish.ts";

export { steerMenusByPad } from "../hud/padMenu.ts";
export { sound } from "../sound/index.ts";

/** The longest, in ms, that the HUD waits for the hall. */
const HUD_WAIT_MS = 1500;

/** What a seat needs of the page around it. */
export interface SeatDoors {
  /** Where the arena is drawn; it also takes the pointer events. */
  readonly stage: HTMLElement;
  /** Key of the mode that is wanted now, or `ANY_MODE`. */
  mode(): string;
  onRename(name: string): void;
  onLeave(): void;
  /** The player wants a new seat in place of this one. */
  onAgain(): void;
  /** Whether a lost seat may be followed by another without the player's asking. */
  mayReturn(): boolean;
  /** A lost seat has been followed by another. */
  onReturn(session: Session): void;
  /** A lost seat cannot be followed by another. */
  onRefused(error: JoinError): void;
}

export interface Seat {
  /** To be rendered over the stage. */
  readonly hud: VNode;
  /** Whether the hall is there, or has been waited for long enough: what can wait may come now. */
  readonly settled: ReadonlySignal<boolean>;
  /** Leaves the room and takes everything down. */
  dispose(): void;
}

/** Builds everything around a session that is there already. */
export function furnish(session: Session, options: SeatDoors): Seat {
  const { stage } = options;
  followCrosshair();
  const store = createHudStore(session.status);
  const arena = document.createElement("div");
  arena.className = "arena";
  stage.append(arena);
  stage.hidden = false;

  function showMore(): void {
    store.netLevel.value = nextNetLevel(store.netLevel.peek());
  }

  const input = createInput(stage, {
    weaponInHand: () => session.world.self?.weapon ?? -1,
    carries: (weapon) => session.world.own.arms[weapon]?.carried ?? false,
    settings,
    page: {
      pause() {
        if (store.status.peek().at === "closed") return;
        store.helpShown.value = store.padLost.value = false;
        store.paused.value = !store.paused.peek();
      },
      netGraph: showMore,
      map(large) {
        store.mapLarge.value = large;
      },
      help() {
        store.helpShown.value = true;
      },
      padLost() {
        store.padLost.value = true;
        store.paused.value = true;
      },
      menuOpen: () => store.phase.peek() === "vote",
    },
  });
  const scoreboard = computed(() => input.scoreboard.value || store.scoresPinned.value);
  const refresher = createRefresher(store, {
    wantsRows: () => scoreboard.peek() || store.phase.peek() === "podium",
    tellsTrouble: !posesForPicture(),
    askRecords: session.askRecords,
  });
  const recorder = createRecorder(store);
  const minimap = createMinimap();
  const view = createArenaView(arena, { session, input, settings: viewSettings });

  const ears = sound.attend(session);

  // The hall comes first: a slow device needs ten frames to put up the HUD, and the drone obeys without it.
  const settled = signal(false);
  const settle = (): void => {
    settled.value = true;
  };
  const enoughWaited = setTimeout(settle, HUD_WAIT_MS);

  let frame = requestAnimationFrame(function refresh(now) {
    input.poll();
    ears.frame();
    if (settled.peek()) {
      refresher.refresh(session.world, now);
      minimap.frame(session.world, now);
    } else if (view.stats.baked) settle();
    if (session.world.watching !== null) {
      const places = input.watchStep();
      if (places !== 0) session.watchNext(places);
    }
    frame = requestAnimationFrame(refresh);
  });
  const diary = createDiary();
  diary.status(session.status, performance.now());
  const undo = [
    () => cancelAnimationFrame(frame),
    () => clearTimeout(enoughWaited),
    session.onStatus((status) => {
      store.status.value = status;
      diary.status(status, performance.now());
      if (status.at !== "closed") return;
      rememberSeat(null);
      void follow(status);
    }),
    sound.onCue(createSubtitler(store)),
    session.onEvent((event) => {
      const now = performance.now();
      recorder.record(event, session.world, now);
      minimap.heard(event, now);
      if (event.type === "hit") input.feel("hit");
      else if (event.type === "hurt") input.feel("hurt");
      else if (event.type === "death") input.feel("lost");
    }),
    effect(() => diary.warnings(store.warnings.value, performance.now())),
    effect(() =>
      input.setActive(store.status.value.at === "playing" && !store.paused.value && !store.helpShown.value),
    ),
    effect(() => {
      stage.classList.toggle("lost", store.dropShown.value || store.status.value.at === "closed");
      stage.dataset.device = input.device.value;
      stage.classList.toggle("keys-aim", !input.pointing.value);
    }),
    watchReturns({ window, document }, session.wake),
    exposeProbe(session, view),
    ears.dispose,
    () => view.destroy(),
    () => input.dispose(),
    () => void session.leave(),
  ];

  const gone = new AbortController();

  /** Looks for another seat after this one was lost; the dialog over the game says so meanwhile. */
  async function follow({ reason }: Extract<Status, { at: "closed" }>): Promise<void> {
    const { signal } = gone;
    const { name } = session;
    if (signal.aborted || name === "" || !comesBack(reason) || !options.mayReturn()) return;
    const join = { endpoint: endpoint(), name, mode: options.mode(), loadArena: fetchArena };
    const onTry = (attempt: number, of: number): void => {
      store.comeback.value = { attempt, of };
    };
    try {
      options.onReturn(await comeBack({ join, reason, seat: session.seat, signal, onTry }));
    } catch (error) {
      if (signal.aborted) return;
      store.comeback.value = null;
      if (!(error instanceof JoinError)) console.error(error);
      else if (!error.retry) options.onRefused(error);
    }
  }

  // Written at the last moment: while the page is here, the session keeps the key itself.
  const keepSeat = (): void => {
    if (session.status.at !== "closed") rememberSeat(session.seat);
  };
  window.addEventListener("pagehide", keepSeat);

  function dispose(): void {
    gone.abort();
    for (const step of undo) step();
    window.removeEventListener("pagehide", keepSeat);
    rememberSeat(null);
    stage.replaceChildren();
    stage.hidden = true;
  }

  const facts = (): ReportFacts => ({
    build: BUILD,
    userAgent: navigator.userAgent,
    window: `${innerWidth}x${innerHeight}@${devicePixelRatio}`,
    device: input.device.peek(),
    room: session.roomId,
    arena: session.world.arena.name,
    mode: modeOf(session.world.round.mode).key,
    phase: session.world.round.phase,
  });

  const context: HudContext = {
    store,
    device: input.device,
    room: session.roomId,
    link: linkTo(session.roomId, location),
    minimap,
    droneAt: input.aimOrigin,
    scoreboard,
    actions: {
      pause() {
        store.paused.value = true;
      },
      resume() {
        store.paused.value = false;
        store.padLost.value = false;
      },
      closeHelp() {
        store.helpShown.value = false;
      },
      rename(name) {
        session.rename(name);
        options.onRename(name);
      },
      draw: input.choose,
      watch: session.spectate,
      play: session.play,
      watchNext: session.watchNext,
      vote: session.vote,
      again: options.onAgain,
      netGraph: showMore,
      leave: options.onLeave,
    },
    report: () => reportText(store.log, diary, facts(), performance.now(), new Date()),
    loadArena: fetchArena,
  };
  function Raised() {
    return settled.value ? <Hud context={context} /> : null;
  }
  return { hud: <Raised />, settled, dispose };
}
