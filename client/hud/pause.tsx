/** The pause: the game goes on, but the keyboard is here. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { Dialog } from "./dialog.tsx";
import { Invite } from "./invite/invite.tsx";
import { KeyList } from "./keyList.tsx";
import { later } from "./later.tsx";
import { NameField } from "./nameField.tsx";
import { CopyReport } from "./netGraph/copyReport.tsx";
import { WarningIcon } from "./netGraph/warningIcon.tsx";
import { checkName, type NameProblem, rememberName } from "./nickname.ts";

/** How the link does in words, and the ways to know more. */
function Connection() {
  const { actions, store } = useHud();
  const warnings = store.warnings.value;
  return (
    <section class={`connection ${store.quality.value}`} aria-label={t("net.heading")}>
      <h3>
        {t("net.heading")} <span>{t("net.ping", { ms: store.pingMs.value })}</span>
      </h3>
      {warnings.length === 0 ? <p>{t("net.good")}</p> : null}
      {warnings.map((warning) => (
        <p key={warning}>
          <WarningIcon warning={warning} /> {t(`net.warning.${warning}`)}
        </p>
      ))}
      <div class="choices">
        <button type="button" onClick={actions.netGraph}>
          {t("net.show", { level: t(`net.level.${store.netLevel.value}`) })}
        </button>
        <CopyReport />
      </div>
    </section>
  );
}

/** How long the way out asks whether it was meant, in ms. */
const SURE_MS = 4000;

/** Whoever plays for something is asked once more: a round that was left is lost. */
function LeaveButton() {
  const { actions, store } = useHud();
  const [asking, setAsking] = useState(false);
  const { phase } = store;
  const matters = !store.watching.value && (phase.value === "live" || phase.value === "overtime");

  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), SURE_MS);
    return () => clearTimeout(timer);
  }, [asking]);

  return (
    <button
      type="button"
      class={asking ? "danger" : "quiet"}
      onClick={() => (matters && !asking ? setAsking(true) : actions.leave())}
    >
      {t(asking ? "pause.leaveSure" : "pause.leave")}
    </button>
  );
}

/** Everything that can be set, fetched for who wants to set something. */
const SettingsDialog = later(() => import("./settings/settings.tsx").then((module) => module.SettingsDialog));

export function PauseDialog() {
  const { actions, store } = useHud();
  const [name, setName] = useState(store.ownName.peek());
  const [problem, setProblem] = useState<NameProblem | null>(null);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const watching = store.watching.value;

  /** From the drone to the stand, or back. */
  function swapSeat(): void {
    if (watching) actions.play();
    else actions.watch();
    actions.resume();
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const checked = checkName(name);
    if (!checked.ok) {
      setProblem(checked.problem);
      return;
    }
    rememberName(checked.name);
    actions.rename(checked.name);
    actions.resume();
  }

  if (settingsOpen) return <SettingsDialog onClose={() => setSettingsOpen(false)} />;
  return (
    <Dialog heading={t("pause.heading")} class="pause" onEscape={actions.resume}>
      {store.padLost.value ? <p role="alert">{t("pad.lost")}</p> : null}
      <p class="note">{t("pause.note")}</p>
      <button type="button" class="primary" autofocus onClick={actions.resume}>
        {t("pause.resume")}
      </button>
      <div class="choices">
        <button type="button" onClick={() => setSettingsOpen(true)}>
          {t("menu.settings")}
        </button>
        <button type="button" onClick={swapSeat}>
          {t(watching ? "watch.join" : "watch.begin")}
        </button>
        <LeaveButton />
      </div>
      <form onSubmit={onSubmit}>
        <NameField
          label={t("menu.nickname")}
          value={name}
          problem={problem}
          onInput={(text) => {
            setName(text);
            setProblem(null);
          }}
        />
        <button type="submit">{t("pause.rename")}</button>
      </form>
      <Invite />
      <Connection />
      <KeyList />
    </Dialog>
  );
}
