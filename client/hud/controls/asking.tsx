/** A slot that waits for a key: what is asked, why a key was refused, and who else has it. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { holdersOf } from "../../input/index.ts";
import {
  type ActionName,
  ALWAYS_PAUSE,
  type BindingSet,
  type Refusal,
  refusalOf,
  settings,
} from "../../settings/index.ts";
import { t } from "../../words/index.ts";
import { actionName, capOfCode } from "../caps.ts";
import { listenForCode } from "./listen.ts";

/** Where asking stands: it waits, perhaps after a refusal, or a key turned out to be somebody else's. */
type Answer =
  | { at: "waiting"; refused: Refusal | null }
  | { at: "taken"; code: string; holders: readonly ActionName[] };

export function Asking(props: {
  action: ActionName;
  set: BindingSet;
  /** Whether there is something to take away. */
  filled: boolean;
  /** A code for the slot, or null to leave it empty. */
  onCode: (code: string | null) => void;
  onEnd: () => void;
}) {
  const { action, set } = props;
  const [answer, setAnswer] = useState<Answer>({ at: "waiting", refused: null });
  const latest = useRef(props);
  latest.current = props;
  const isWaiting = answer.at === "waiting";

  // At once, not after the next picture: the key may come sooner, and would be one of the game or of the browser.
  useLayoutEffect(() => {
    if (!isWaiting) return;
    const onCode = (code: string): void => {
      const refused = refusalOf(set, code);
      if (refused !== null) {
        setAnswer({ at: "waiting", refused });
        return;
      }
      const holders = holdersOf(settings.bindings[set].peek(), action, code);
      if (holders.length > 0) setAnswer({ at: "taken", code, holders });
      else latest.current.onCode(code);
    };
    return listenForCode(set, { onCode, onCancel: () => latest.current.onEnd() });
  }, [isWaiting, set, action]);

  return answer.at === "taken" ? (
    <Taken {...answer} set={set} onTake={() => props.onCode(answer.code)} onCancel={props.onEnd} />
  ) : (
    <div class="asking-line" data-listening="">
      <p role="status">
        {answer.refused === null ? t(`controls.press.${set}`) : t(`controls.refused.${answer.refused}`)}
      </p>
      {props.filled ? (
        <button type="button" tabIndex={-1} onClick={() => props.onCode(null)}>
          {t("controls.leaveEmpty")}
        </button>
      ) : null}
      <button type="button" tabIndex={-1} onClick={props.onEnd}>
        {t("controls.cancel")}
      </button>
    </div>
  );
}

function Taken(props: {
  set: BindingSet;
  code: string;
  holders: readonly ActionName[];
  onTake: () => void;
  onCancel: () => void;
}) {
  const take = useRef<HTMLButtonElement>(null);
  const { onCancel } = props;
  useLayoutEffect(() => take.current?.focus(), []);
  useLayoutEffect(() => {
    // Escape ends the question, not the dialog around it.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== ALWAYS_PAUSE.keys) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onCancel();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [onCancel]);
  const cap = capOfCode(props.set, props.code);
  const others = props.holders.map(actionName).join(", ");

  return (
    <div class="asking-line conflict">
      <p role="alert">{t("controls.taken", { cap, others })}</p>
      <button ref={take} type="button" class="primary" onClick={props.onTake}>
        {t("controls.takeOver")}
      </button>
      <button type="button" onClick={onCancel}>
        {t("controls.cancel")}
      </button>
    </div>
  );
}
