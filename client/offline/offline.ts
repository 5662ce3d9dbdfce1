/** What stands in for the page while its server cannot be reached: the worker that keeps it, and its own script. */

/** Time in ms between two looks whether the server is back. */
const LOOK_MS = 5000;

/** Loads the page that was wanted in the first place: its address is still that of this one. */
async function lookForServer(): Promise<void> {
  if (document.hidden) return;
  const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.reload();
}

setInterval(() => void lookForServer(), LOOK_MS);
document.getElementById("again")?.addEventListener("click", () => location.reload());
window.addEventListener("online", () => void lookForServer());
