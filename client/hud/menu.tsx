/** The menu: a name, a button, and how to play. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ModeKey } from "../../shared/content/index.ts";
import { HELP_MARK, isTextField } from "../input/index.ts";
import { settings } from "../settings/index.ts";
import { type Key, t } from "../words/index.ts";
import { HIDDEN_CODE } from "./invite/hidden.ts";
import { later } from "./later.tsx";
import { ModeChoice } from "./modeChoice.tsx";
import { NameField } from "./nameField.tsx";
import { proposeName } from "./names.ts";
import { checkName, type NameProblem } from "./nickname.ts";

/** What can wait until the menu is there. */
const KeyList = later(() => import("./keyList.tsx").then((module) => module.KeyList));
const GuideDialog = later(() => import("./guide/guide.tsx").then((module) => module.GuideDialog));
const SettingsDialog = later(() => import("./settings/settings.tsx").then((module) => module.SettingsDialog));

/** Every reason that the menu has a sentence for. */
export type FailureReason = Extract<Key, `failure.${string}`> extends `failure.${infer R}` ? R : never;

/** Why the last try to join came to nothing. */
export interface Failure {
  readonly why: FailureReason;
  /** Whether another try may help; else only a fresh page does. */
  readonly retry: boolean;
}

export function Menu(props: {
  name: string;
  joining: boolean;
  failure: Failure | null;
  /** The room that the page was asked for by a link; null for any. */
  room: string | null;
  /** Modes that can be had; null until that is known. */
  offered: readonly ModeKey[] | null;
  mode: string;
  /** Whether the lamp over the menu is on: it takes a browser longer to paint than all else, so it waits. */
  lit: boolean;
  onMode: (mode: string) => void;
  onPlay: (name: string) => void;
  /** Gives up looking for a seat. */
  onCancel: () => void;
  /** Turns the invitation down. */
  onOtherRoom: () => void;
}) {
  const { joining, failure, room } = props;
  const [name, setName] = useState(props.name);
  const [problem, setProblem] = useState<NameProblem | null>(null);

  function rename(text: string): void {
    setName(text);
    setProblem(null);
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (joining) return;
    const checked = checkName(name);
    if (checked.ok) props.onPlay(checked.name);
    else setProblem(checked.problem);
  }

  return (
    <main class="menu">
      <Backdrop lit={props.lit} />
      <header>
        <h1>{t("title")}</h1>
        <p>{t("tagline")}</p>
      </header>
      <form class="glass" onSubmit={onSubmit}>
        <NameField
          label={t("menu.nickname")}
          value={name}
          problem={problem}
          disabled={joining}
          onInput={rename}
        />
        <button
          type="button"
          class="dice"
          disabled={joining}
          aria-label={t("menu.another")}
          title={t("menu.another")}
          onClick={() => rename(proposeName())}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5" />
          </svg>
        </button>
        {room === null ? (
          <ModeChoice
            offered={props.offered}
            chosen={props.mode}
            disabled={joining}
            onChoose={props.onMode}
          />
        ) : (
          <Invitation room={room} />
        )}
        {failure === null ? null : (
          <p class="failure" role="alert">
            {t(`failure.${failure.why}`)}
          </p>
        )}
        <PlayButton joining={joining} failure={failure} invited={room !== null} />
        <p class="spoken" role="status">
          {joining ? t("menu.joining") : ""}
        </p>
        {joining ? (
          <button type="button" class="quiet" onClick={props.onCancel}>
            {t("menu.cancel")}
          </button>
        ) : null}
        {room === null || joining ? null : (
          <button type="button" class="quiet" onClick={props.onOtherRoom}>
            {t("menu.otherRoom")}
          </button>
        )}
      </form>
      <section class="glass how" aria-label={t("menu.howToPlay")}>
        <KeyList />
      </section>
      <More />
    </main>
  );
}

/** What opens over the menu. */
type Opened = "settings" | "guide";

function More() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isTextField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const bound = settings.bindings.keys.peek().help.includes(event.code);
      if (bound || event.key === HELP_MARK) setOpened("guide");
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <div class="more">
        <button type="button" class="quiet" onClick={() => setOpened("guide")}>
          {t("menu.guide")}
        </button>
        <button type="button" class="quiet" onClick={() => setOpened("settings")}>
          {t("menu.settings")}
        </button>
      </div>
      {opened === "settings" ? <SettingsDialog onClose={close} /> : null}
      {opened === "guide" ? <GuideDialog onClose={close} /> : null}
    </>
  );
}

/** Whose link this is, nobody knows; which match it leads to is only told to who does not hide such codes. */
function Invitation({ room }: { room: string }) {
  const shown = settings.interface.streamer.value ? HIDDEN_CODE : room;
  return <p class="invited">{t("menu.invited", { room: shown })}</p>;
}

/** What the one button does when nothing is under way. */
function playSays(
  failure: Failure | null,
  invited: boolean,
): "menu.tryAgain" | "menu.joinRoom" | "menu.play" {
  if (failure !== null) return "menu.tryAgain";
  return invited ? "menu.joinRoom" : "menu.play";
}

/** The one button that matters; it says what pressing it will do now. */
function PlayButton(props: { joining: boolean; failure: Failure | null; invited: boolean }) {
  const { joining, failure, invited } = props;
  const button = useRef<HTMLButtonElement>(null);
  // One press on Enter and you play. Who is at something else in the menu that the page came with stays there.
  useEffect(() => {
    const menu = button.current?.closest("main");
    if (menu?.contains(document.activeElement) === false) button.current?.focus();
  }, []);
  if (failure !== null && !failure.retry && !joining) {
    return (
      <button type="button" class="primary" onClick={() => location.reload()}>
        {t("menu.reload")}
      </button>
    );
  }
  return (
    <button
      ref={button}
      type="submit"
      class="primary"
      // For the time before there is a script to do it.
      autofocus
      aria-busy={joining}
      aria-disabled={joining}
    >
      {joining ? <span class="spinner" aria-hidden="true" /> : null}
      {joining ? t("menu.joining") : t(playSays(failure, invited))}
    </button>
  );
}

/** For browsers that cannot draw the arena. */
export function NoWebgl() {
  return (
    <main class="menu">
      <Backdrop lit />
      <header>
        <h1>{t("title")}</h1>
      </header>
      <section class="glass" role="alert">
        <h2>{t("noWebgl.heading")}</h2>
        <p>{t("noWebgl.says")}</p>
      </section>
    </main>
  );
}

/** A lamp among four walls. */
function Backdrop({ lit }: { lit: boolean }) {
  return (
    <div class="backdrop" aria-hidden="true">
      {lit ? (
        <div class="lamp">
          <i />
          <i />
          <i />
          <i />
        </div>
      ) : null}
    </div>
  );
}
