/** The vote for what comes next: a card for each choice, to be clicked, tapped or chosen by its number. */
import { useEffect, useState } from "preact/hooks";
import type { Arena } from "../../shared/arena/index.ts";
import { modeOf } from "../../shared/content/index.ts";
import type { Choice } from "../net/index.ts";
import { arenaTitle, t } from "../words/index.ts";
import { useHud } from "./context.ts";
import { keepFocus } from "./focus.ts";
import { MapPicture } from "./mapPicture.tsx";
import { openScope, walk } from "./menuSteps.ts";

const DIGIT = /^(?:Digit|Numpad)([1-9])$/;

export function Ballot() {
  const { store, actions, device } = useHud();
  const choices = store.choices.value;

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // A dialog over the vote has the keyboard; it lets nothing through.
      const scope = openScope();
      if (scope !== null && event.code === "ArrowLeft") walk(scope, "left");
      else if (scope !== null && event.code === "ArrowRight") walk(scope, "right");
      const digit = DIGIT.exec(event.code)?.[1];
      const choice = Number(digit) - 1;
      if (choice < store.choices.peek().length && !event.repeat) actions.vote(choice);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [store, actions]);

  return (
    <section class="ballot">
      <h2>{t("vote.heading")}</h2>
      <ol>
        {choices.map((choice, index) => (
          <li key={`${choice.arena} ${choice.mode}`}>
            <Card choice={choice} index={index} />
          </li>
        ))}
      </ol>
      <p class="next">
        {t(`vote.how.${device.value}`)} {t("vote.closes", { seconds: store.secondsLeft.value })}
      </p>
    </section>
  );
}

/** A choice: the map, the mode, and how many want it. */
function Card({ choice, index }: { choice: Choice; index: number }) {
  const { store, actions, loadArena } = useHud();
  const [arena, setArena] = useState<Arena | null>(null);
  useEffect(() => {
    let wanted = true;
    loadArena(choice.arena).then(
      (loaded) => {
        if (wanted) setArena(loaded);
      },
      // A map that this page does not know can still be voted for by its name.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [choice.arena, loadArena]);
  const own = store.ownVote.value === index;
  return (
    <button
      type="button"
      class={`choice ${own ? "own" : ""}`}
      aria-pressed={own}
      onMouseDown={keepFocus}
      onClick={() => actions.vote(index)}
    >
      <kbd>{index + 1}</kbd>
      <MapPicture arena={arena} />
      <strong>{arena === null ? choice.arena : arenaTitle(arena)}</strong>
      <span>{t(`mode.${modeOf(choice.mode).key}`)}</span>
      <span class="votes">
        {t("vote.votes", { n: choice.votes })}
        {own ? <small class="tag">{t("vote.own")}</small> : null}
      </span>
      <span class="tally" aria-hidden="true">
        {Array.from({ length: choice.votes }, (_, vote) => (
          <i key={vote} />
        ))}
      </span>
    </button>
  );
}
