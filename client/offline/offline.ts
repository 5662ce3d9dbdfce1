/** What stands in for the page while its server cannot be reached: the worker that keeps it, and its own script. */

/** Time in ms between two looks whether the server is back. */
const LOOK_MS = 5000;

/** Where the game has left what this page says in the language of its player. */
const WORDS = "crosswire.offline";

/** Says it in that language; in English, which stands in the page, when nothing was left or it cannot be read. */
function speak(): void {
  try {
    const words: unknown = JSON.parse(localStorage.getItem(WORDS) ?? "{}");
    if (typeof words !== "object" || words === null) return;
    for (const [name, text] of Object.entries(words)) {
      if (typeof text !== "string") continue;
      if (name === "lang") document.documentElement.lang = text;
      else document.getElementById(name)?.replaceChildren(text);
    }
  } catch {
    // A browser that remembers nothing.
  }
}

speak();

/** Loads the page that was wanted in the first place: its address is still that of this one. */
async function lookForServer(): Promise<void> {
  if (document.hidden) return;
  const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.reload();
}

setInterval(() => void lookForServer(), LOOK_MS);
document.getElementById("again")?.addEventListener("click", () => location.reload());
window.addEventListener("online", () => void lookForServer());
