/** While you watch: whom, how to turn to others, and how to come back into the game. */
import { t } from "../words/index.ts";
import { capsOf } from "./caps.ts";
import { useHud } from "./context.ts";
import { keepFocus } from "./focus.ts";
import { Player } from "./player.tsx";

export function WatchBar() {
  return useHud().store.watching.value ? <Bar /> : null;
}

function Bar() {
  const { store, actions } = useHud();
  const watched = store.watched.value;

  return (
    <section class="panel watch-bar" aria-label={t("watch.watching")}>
      <button
        type="button"
        aria-label={t("watch.previous")}
        disabled={watched === null}
        onMouseDown={keepFocus}
        onClick={() => actions.watchNext(-1)}
      >
        <Arrow path="M10 3 5 8l5 5" />
        <FirstCap action="watchPrevious" />
      </button>
      <p>
        {watched === null ? (
          t("watch.nobody")
        ) : (
          <>
            <small>{t("watch.watching")}</small>
            <Player {...watched} />
          </>
        )}
      </p>
      <button
        type="button"
        aria-label={t("watch.next")}
        disabled={watched === null}
        onMouseDown={keepFocus}
        onClick={() => actions.watchNext(1)}
      >
        <FirstCap action="watchNext" />
        <Arrow path="M6 3l5 5-5 5" />
      </button>
      <button type="button" class="primary" onMouseDown={keepFocus} onClick={actions.play}>
        {t("watch.join")}
      </button>
    </section>
  );
}

function FirstCap({ action }: { action: "watchPrevious" | "watchNext" }) {
  const [cap] = capsOf(action);
  return cap === undefined ? null : <kbd>{cap}</kbd>;
}

function Arrow({ path }: { path: string }) {
  return (
    <svg class="turn" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
