/** What the player reads when the link drops, and when it is over. */

import { t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { Dialog } from "./dialog.tsx";

/** Not a dialog: the game may be back any moment, and must not take a key that was meant for it. */
export function ReconnectingPanel() {
  const { store, actions } = useHud();
  return (
    <section class="panel reconnecting">
      <div class="spinner" aria-hidden="true" />
      <h2>{t("link.lost")}</h2>
      <p>{t("link.returning", { seconds: store.seatSeconds.value })}</p>
      <button type="button" class="quiet" onClick={actions.leave}>
        {t("pause.leave")}
      </button>
    </section>
  );
}

/** The last call to somebody who does nothing. Not a dialog: the first key is meant for the game. */
export function IdleWarning() {
  const seconds = useHud().store.idleSeconds.value;
  if (seconds === null) return null;
  return (
    <section class="panel idle-warning">
      <strong>{t("idle.heading")}</strong>
      <p>{t("idle.note", { seconds })}</p>
    </section>
  );
}

/** The server is about to stop: the round is played to its end, and everybody knows why it ends. */
export function ClosingBanner() {
  const { closingSeconds } = useHud().store;
  if (closingSeconds.value === null) return null;
  return <p class="closing">{t("closing", { seconds: closingSeconds.value })}</p>;
}

/** The end of a seat. `retry` of its reason decides whether there is a way back, and who takes it. */
export function ClosedDialog() {
  const { store, actions } = useHud();
  const status = store.status.value;
  if (status.at !== "closed") return null;
  const comeback = store.comeback.value;
  if (comeback !== null) {
    return (
      <Dialog heading={t("link.ended")} class="closed">
        <p role="alert">{t(`close.${status.reason.says}`)}</p>
        <p class="comeback" role="status">
          <span class="spinner" aria-hidden="true" />
          {comeback.attempt === 1 ? t("link.newMatch") : t("link.comingBack", { ...comeback })}
        </p>
        <div class="choices">
          <button type="button" class="quiet" onClick={actions.leave}>
            {t("link.menu")}
          </button>
        </div>
      </Dialog>
    );
  }
  const mayReturn = status.reason.retry !== "never";
  return (
    <Dialog heading={t("link.ended")} class="closed">
      <p role="alert">{t(`close.${status.reason.says}`)}</p>
      <div class="choices">
        {mayReturn ? (
          <button type="button" class="primary" autofocus onClick={actions.again}>
            {t("link.again")}
          </button>
        ) : null}
        <button type="button" class={mayReturn ? "quiet" : "primary"} onClick={actions.leave}>
          {t("link.menu")}
        </button>
      </div>
    </Dialog>
  );
}
