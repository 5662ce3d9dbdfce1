/** A button that puts the bug report into the clipboard, or where that is not allowed into a file. */
import { t } from "../../words/index.ts";
import { useHud } from "../context.ts";
import { keepFocus } from "../focus.ts";
import { useSaid } from "../said.ts";

/** Where the report went. */
type Outcome = "copied" | "saved";

/** How long the browser is given to fetch a file that was made for it, in ms. */
const FETCH_MS = 10_000;

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "crosswire-report.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FETCH_MS);
}

/** Pages that came over plain HTTP have no clipboard, and a player may have refused it. */
async function handOver(text: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    save(text);
    return "saved";
  }
}

/** @param overGame whether it lies over the game, which then keeps the keyboard */
export function CopyReport({ overGame = false }: { overGame?: boolean }) {
  const { report } = useHud();
  const [outcome, say] = useSaid<Outcome>();

  async function onClick(): Promise<void> {
    say(await handOver(report()));
  }

  return (
    <>
      <button
        type="button"
        class="copy-report"
        {...(overGame ? { tabIndex: -1, onMouseDown: keepFocus } : {})}
        onClick={onClick}
      >
        {t(`net.${outcome ?? "report"}`)}
      </button>
      <span class="spoken" role="status">
        {outcome === null ? "" : t(`net.${outcome}`)}
      </span>
    </>
  );
}
