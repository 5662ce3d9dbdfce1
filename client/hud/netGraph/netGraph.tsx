/** The net graph: figures of the link, and graphs of its last ten seconds. */
import { effect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Link } from "../../net/index.ts";
import { t, tenths } from "../../words/index.ts";
import { useHud } from "../context.ts";
import { CopyReport } from "./copyReport.tsx";
import { drawPlot, fullOf, type Paper, PLOTS, type Plot } from "./plots.ts";

export function NetGraph() {
  const level = useHud().store.netLevel.value;
  if (level < 2) return null;
  return (
    <section class={`panel net-graph level-${level}`} aria-label={t("net.heading")}>
      <Figures />
      {level === 3 ? <Plots /> : null}
      <CopyReport overGame />
    </section>
  );
}

/** Before the server has told its pace. */
const UNKNOWN = "–";

/** How often the own drone was put right, and by how much the last time. */
function corrected({ corrections, correctionPx }: Pick<Link, "corrections" | "correctionPx">): string {
  return corrections === 0 ? "0" : t("net.corrected", { count: corrections, px: tenths(correctionPx) });
}

function Figures() {
  const figures = useHud().store.figures.value;
  if (figures === null) return null;
  const { link, framesPerS } = figures;
  return (
    <dl class="figures">
      <Line name={t("net.in")} value={t("net.kilobytes", { kilobytes: tenths(link.bytesInPerS / 1000) })} />
      <Line name={t("net.out")} value={t("net.kilobytes", { kilobytes: tenths(link.bytesOutPerS / 1000) })} />
      <Line name={t("net.patches")} value={t("net.ms", { ms: link.patchMs })} />
      <Line name={t("net.interpolation")} value={t("net.ms", { ms: link.interpolationMs })} />
      <Line name={t("net.pending")} value={`${link.pendingInputs}`} />
      <Line name={t("net.early")} value={t("net.ms", { ms: link.earlyMs })} />
      <Line name={t("net.starved")} value={t("net.rate", { times: link.starvedPerS })} />
      <Line name={t("net.corrections")} value={corrected(link)} />
      <Line name={t("net.rewind")} value={t("net.ms", { ms: link.rewindMs })} />
      <Line
        name={t("net.server")}
        value={link.serverTicksPerS === 0 ? UNKNOWN : t("net.rate", { times: link.serverTicksPerS })}
      />
      <Line name={t("net.frames")} value={t("net.rate", { times: framesPerS })} />
    </dl>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Plots() {
  return (
    <div class="plots" aria-hidden="true">
      {PLOTS.map((plot) => (
        <Graph key={plot.figure} plot={plot} />
      ))}
    </div>
  );
}

/** A canvas that is drawn anew with each row of the log; nothing of the page changes but its scale. */
function Graph({ plot }: { plot: Plot }) {
  const { store } = useHud();
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d") ?? null;
    if (element === null || context === null) return;
    // Sizes are asked for once: to ask at each drawing would lay the page out ten times a second.
    const ratio = window.devicePixelRatio;
    element.width = Math.max(1, Math.round(element.clientWidth * ratio));
    element.height = Math.max(1, Math.round(element.clientHeight * ratio));
    const ink = getComputedStyle(element).color;
    const paper: Paper = { context, width: element.width, height: element.height, ink, pen: 1.5 * ratio };
    let shown = 0;
    return effect(() => {
      const now = store.loggedAt.value;
      const full = fullOf(plot, store.log, now);
      drawPlot(plot, store.log, now, full, paper);
      if (full !== shown && scale.current !== null)
        scale.current.textContent = t(`net.scale.${plot.figure}`, { full });
      shown = full;
    });
  }, [store, plot]);

  return (
    <figure class="plot">
      <figcaption>
        {t(`net.plot.${plot.figure}`)}
        <small ref={scale} />
      </figcaption>
      <canvas ref={canvas} />
    </figure>
  );
}
