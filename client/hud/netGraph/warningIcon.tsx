/** What is wrong with the link, as a picture and a line: each picture has its own shape. */
import { t } from "../../words/index.ts";
import type { Warning } from "./warnings.ts";

/** Line drawings in a box of 16 by 16. */
const PATHS: Readonly<Record<Warning, string>> = {
  // A plug that is out.
  stall: "M1 8h3M12 8h3M4 4.5v7a3.5 3.5 0 0 0 0-7ZM12 4.5v7a3.5 3.5 0 0 1 0-7Z",
  // A box with its lights, and the hand of a clock that is late.
  slowServer:
    "M2 2.5h12v4H2ZM2 9.5h5M2 9.5v4h5M4.5 4.5h.1M4.5 11.5h.1M11.5 9v3l2 1.2M11.5 8.2a3.6 3.6 0 1 0 .1 0",
  // A line that should be even.
  jitter: "M1 9h2.5l1.5-5 2.5 9 2-11 2 8 1-1H15",
  // Two ends far apart.
  far: "M1.5 8h13M4.5 5l-3 3 3 3M11.5 5l3 3-3 3M8 3v2M8 11v2",
};

export function WarningIcon({ warning }: { warning: Warning }) {
  return (
    <svg class={`link-icon link-${warning}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[warning]} />
    </svg>
  );
}

/** The icon for the corner, with its line of help beside it: shown as it comes, and again while it is pointed at. */
export function WarningNote({ warning }: { warning: Warning }) {
  return (
    <li class="link-warning">
      <WarningIcon warning={warning} />
      <span class="help">{t(`net.warning.${warning}`)}</span>
    </li>
  );
}
