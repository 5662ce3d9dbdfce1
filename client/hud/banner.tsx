/** What a phase asks of the players: the warm-up, the countdown, the overtime. */
import { modeOf } from "../../shared/content/index.ts";
import { t } from "../words/index.ts";
import { useHud } from "./context.ts";

/** Below the clock, for phases in which play goes on. */
export function PhaseBanner() {
  const { store } = useHud();
  switch (store.phase.value) {
    case "warmup":
      return (
        <p class="banner">
          <strong>{t("phase.warmup")}</strong>
          <span>{t("phase.begins", { seconds: store.secondsLeft.value })}</span>
        </p>
      );
    case "overtime":
      return (
        <p class="banner overtime">
          <strong>{t("phase.overtime")}</strong>
        </p>
      );
    default:
      return null;
  }
}

/** Large, in the middle, while nobody can move: what is to be done, and when. */
export function Countdown() {
  const { store } = useHud();
  const { key } = modeOf(store.mode.value);
  const seconds = store.secondsLeft.value;
  return (
    <section class="countdown-screen">
      <h2>{t(`mode.${key}`)}</h2>
      <p>{t(`brief.${key}`)}</p>
      {/* A new key for each second, so that each number comes in anew. */}
      <strong key={seconds} class="count">
        {Math.max(1, seconds)}
      </strong>
    </section>
  );
}

/** The word after the countdown. It lets every pointer and every look through. */
export function Go() {
  if (useHud().store.goAt.value === null) return null;
  return <p class="go">{t("phase.go")}</p>;
}
