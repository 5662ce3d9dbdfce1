/** The whole HUD of one seat: corners, centre, and what covers the game. */
import { useComputed } from "@preact/signals";
import { modeOf } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";
import { Advice } from "./advice.tsx";
import { Ballot } from "./ballot.tsx";
import { Countdown, Go, PhaseBanner } from "./banner.tsx";
import { ClosedDialog, ClosingBanner, IdleWarning, ReconnectingPanel } from "./connection.tsx";
import { type HudContext, HudScope, useHud } from "./context.ts";
import { DeathScreen } from "./death.tsx";
import { keepFocus } from "./focus.ts";
import { GoalBar } from "./goalBar.tsx";
import { headlineOf } from "./headline.ts";
import { HelpDialog } from "./help.tsx";
import { HintBar } from "./hintBar.tsx";
import { KillFeed } from "./killFeed.tsx";
import { KillPops } from "./killPops.tsx";
import { LinkCorner } from "./linkCorner.tsx";
import { MapCorner } from "./minimap/corner.tsx";
import { Gains, Notices } from "./news.tsx";
import { PauseDialog } from "./pause.tsx";
import { Podium } from "./podium.tsx";
import { Scoreline } from "./scoreline.tsx";
import { Scoreboard } from "./standings.tsx";
import type { Death, HudStore } from "./store.ts";
import { Subtitles } from "./subtitleList.tsx";
import { LowHealthFrame, Vitals } from "./vitals.tsx";
import { WatchBar } from "./watchBar.tsx";
import { Weapons } from "./weapons.tsx";
import { Wounds } from "./wounds.tsx";

export function Hud(props: { context: HudContext }) {
  const { device, store } = props.context;
  return (
    <HudScope.Provider value={props.context}>
      <div class={`hud on-${device.value}`}>
        <div class="top-left">
          <div class="corner">
            <PauseButton />
            <MapCorner />
          </div>
          <LinkCorner />
        </div>
        {store.present.value ? <Instruments /> : null}
        <Centre />
        <Go />
        <WatchBar />
        <Advice />
        <Announcer />
      </div>
      <Overlay />
      <IdleWarning />
    </HudScope.Provider>
  );
}

/** What is drawn around the middle as soon as there is something to tell. */
function Instruments() {
  return (
    <>
      <LowHealthFrame />
      <Wounds />
      <KillPops />
      <Vitals />
      <Weapons />
      <div class="top-centre">
        <Scoreline />
        <GoalBar />
        <PhaseBanner />
        <ClosingBanner />
        <Notices />
      </div>
      <KillFeed />
      <Gains />
      <Subtitles />
    </>
  );
}

/** The one thing that may stand in the middle. */
function Centre() {
  const { store, scoreboard } = useHud();
  if (store.dropShown.value) return <ReconnectingPanel />;
  if (!store.present.value) return <p class="hint">{t("hud.entering")}</p>;
  const phase = store.phase.value;
  if (phase === "podium") return <Podium />;
  if (scoreboard.value) return <Scoreboard />;
  if (phase === "vote") return <Ballot />;
  if (phase === "countdown") return <Countdown />;
  if (store.watching.value) return null;
  if (!store.alive.value) return <DeathScreen />;
  if (store.shielded.value) return <p class="hint shield">{t("hud.shielded")}</p>;
  return <HintBar />;
}

/** What takes the keyboard from the game. */
function Overlay() {
  const { store } = useHud();
  if (store.status.value.at === "closed") return <ClosedDialog />;
  if (store.paused.value) return <PauseDialog />;
  return store.helpShown.value ? <HelpDialog /> : null;
}

/** Where there is no Escape key. */
function PauseButton() {
  const { actions } = useHud();
  return (
    <button
      type="button"
      class="pause-button"
      tabIndex={-1}
      aria-label={t("hud.pause")}
      onMouseDown={keepFocus}
      onClick={actions.pause}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 3h3v10H4zM9 3h3v10H9z" />
      </svg>
    </button>
  );
}

/** Says the few things that a screen reader should hear at once. */
function Announcer() {
  const { store } = useHud();
  const says = useComputed(() => {
    if (store.dropShown.value) return t("link.lost");
    if (store.idleSeconds.value !== null) return t("idle.heading");
    return store.death.value === null ? phaseSays(store) : deathSays(store.death.value);
  });
  // Said once: whoever wants to know how many seconds are left finds them in the banner.
  const closes = useComputed(() => (store.closingSeconds.value === null ? "" : t("closing.spoken")));
  // Apart from the rest, which would be said again each time that a notice goes.
  const news = useComputed(() => store.notices.value.at(-1)?.says ?? "");
  return (
    <div class="spoken" role="status" aria-live="polite">
      <p>{says}</p>
      <p>{closes}</p>
      <p>{news}</p>
    </div>
  );
}

function deathSays({ killer }: Death): string {
  return killer === null ? t("death.self") : t("death.by", { who: killer.name });
}

/** What a phase is, in a sentence; nothing while play just goes on. */
function phaseSays(store: HudStore): string {
  switch (store.phase.value) {
    case "warmup":
      return t("phase.warmup");
    case "countdown":
      return t(`brief.${modeOf(store.mode.value).key}`);
    case "live":
      return "";
    case "overtime":
      return t("phase.overtime");
    case "podium":
      return headlineOf(store);
    case "vote":
      return t("vote.heading");
  }
}
