/**
 * What does what, to be changed: a row for each action with its two slots, for the keyboard with the mouse and for
 * gamepads. Changes hold at once and are remembered with all other settings.
 */
import { useRef, useState } from "preact/hooks";
import { bind, isChanged, pluggedPad, resetAction } from "../../input/index.ts";
import {
  ACTION_NAMES,
  ACTIONS,
  type ActionName,
  BINDINGS,
  type BindingSet,
  type Group,
  SLOTS,
  settings,
} from "../../settings/index.ts";
import { t } from "../../words/index.ts";
import { actionName, capOfCode, setInUse } from "../caps.ts";
import { Asking } from "./asking.tsx";
import "../../style/controls.css";

/** On a gamepad the sticks move and aim: what buttons may do besides comes last. */
const GROUPS: Readonly<Record<BindingSet, readonly Group[]>> = {
  keys: ["move", "aim", "fight", "weapons", "watch", "page"],
  pad: ["fight", "weapons", "watch", "page", "move", "aim"],
};
const SETS = ["keys", "pad"] as const;

/** The slot that waits for a key. */
interface Place {
  readonly action: ActionName;
  readonly slot: number;
}

export function ControlsPanel() {
  const [set, setSet] = useState<BindingSet>(setInUse);
  const [place, setPlace] = useState<Place | null>(null);
  const bound = settings.bindings[set];
  const changed = ACTION_NAMES.some((name) => isChanged(set, bound.value, name));

  function show(next: BindingSet): void {
    setSet(next);
    setPlace(null);
  }

  return (
    <section class="controls" aria-label={t("controls.heading")}>
      <h3>{t("controls.heading")}</h3>
      <div class="segments">
        {SETS.map((one) => (
          <button key={one} type="button" aria-pressed={set === one} onClick={() => show(one)}>
            {t(`controls.set.${one}`)}
          </button>
        ))}
      </div>
      <p class="note">{t(`controls.note.${set}`)}</p>
      {set === "pad" && pluggedPad.value?.standard === false ? (
        <p class="note warning">{t("controls.nonStandard")}</p>
      ) : null}
      {GROUPS[set].map((group) => (
        <BindingGroup key={group} group={group} set={set} place={place} onPlace={setPlace} />
      ))}
      <button
        type="button"
        class="reset-all"
        disabled={!changed}
        onClick={() => {
          setPlace(null);
          bound.value = BINDINGS[set].fallback;
        }}
      >
        {t("controls.resetAll")}
      </button>
    </section>
  );
}

function BindingGroup(props: {
  group: Group;
  set: BindingSet;
  place: Place | null;
  onPlace: (place: Place | null) => void;
}) {
  const { group, set, place, onPlace } = props;
  const names = ACTION_NAMES.filter((name) => ACTIONS[name].group === group);
  return (
    <section class="bindings">
      <h3>{t(`controls.group.${group}`)}</h3>
      {names.map((action) => (
        <BindingRow
          key={action}
          action={action}
          set={set}
          slot={place?.action === action ? place.slot : null}
          onSlot={(slot) => onPlace(slot === null ? null : { action, slot })}
        />
      ))}
    </section>
  );
}

/** An action with its slots; below it, while one of them waits, what is asked. */
function BindingRow(props: {
  action: ActionName;
  set: BindingSet;
  slot: number | null;
  onSlot: (slot: number | null) => void;
}) {
  const { action, set, slot, onSlot } = props;
  const bound = settings.bindings[set];
  const does = actionName(action);

  const row = useRef<HTMLDivElement>(null);

  /** The question is answered: back to the slot that it was about. */
  function end(slot: number): void {
    onSlot(null);
    row.current?.querySelectorAll<HTMLElement>(".slot")[slot]?.focus();
  }

  function change(slot: number, code: string | null): void {
    bound.value = bind(bound.peek(), action, slot, code);
    end(slot);
  }

  return (
    <div ref={row} class="binding">
      <span class="does">{does}</span>
      {Array.from({ length: SLOTS }, (_, i) => (
        <Slot
          key={i}
          says={t("controls.slot", { does, n: i + 1 })}
          cap={capAt(set, action, i)}
          asking={slot === i}
          onAsk={() => onSlot(i)}
          onClear={() => change(i, null)}
        />
      ))}
      {isChanged(set, bound.value, action) ? (
        <button
          type="button"
          class="reset"
          aria-label={t("controls.reset", { does })}
          title={t("controls.reset", { does })}
          onClick={() => {
            bound.value = resetAction(set, bound.peek(), action);
            onSlot(null);
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M18.6 10a7 7 0 1 0 .2 3.6M19 4.5V10h-5.5" />
          </svg>
        </button>
      ) : null}
      {slot === null ? null : (
        <Asking
          action={action}
          set={set}
          filled={slot < bound.value[action].length}
          onCode={(code) => change(slot, code)}
          onEnd={() => end(slot)}
        />
      )}
    </div>
  );
}

function capAt(set: BindingSet, action: ActionName, slot: number): string | null {
  const code = settings.bindings[set].value[action][slot];
  return code === undefined ? null : capOfCode(set, code);
}

function Slot(props: {
  says: string;
  cap: string | null;
  asking: boolean;
  onAsk: () => void;
  onClear: () => void;
}) {
  const { says, cap, asking } = props;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.code !== "Backspace" && event.code !== "Delete") return;
    event.preventDefault();
    props.onClear();
  }

  return (
    <button
      type="button"
      class={`slot ${asking ? "asking" : ""}`}
      aria-label={`${says}: ${cap ?? t("controls.empty")}`}
      onClick={props.onAsk}
      onKeyDown={onKeyDown}
    >
      {asking ? "…" : cap === null ? "–" : <kbd>{cap}</kbd>}
    </button>
  );
}
