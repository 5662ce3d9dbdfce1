/**
 * Stands in the head of the built page, as text, and runs before anything is painted: decides whether the menu that the
 * build has put there is shown, and remembers what is pressed in it until the game's script takes over (firstMenu.ts).
 */
import { firstFits } from "./firstFits.ts";
import { roomOf } from "./room.ts";

const { classList, dataset } = document.documentElement;

/** What is stored; null where the browser keeps it to itself, as it then does for the game. */
function stored(storage: "localStorage" | "sessionStorage", key: string): string | null {
  try {
    return window[storage].getItem(`crosswire.${key}`);
  } catch {
    return null;
  }
}

const visitor = {
  search: location.search,
  hash: location.hash,
  settings: stored("localStorage", "settings"),
  seat: stored("sessionStorage", "seat"),
  languages: navigator.languages,
  contrast: matchMedia("(prefers-contrast: more)").matches,
};
if (firstFits(visitor)) classList.add("first-fits");
dataset.room = roomOf(innerWidth, innerHeight, 1);

// Enter in the field is a press on Play, too. None may send the form: that would load the page anew.
addEventListener(
  "click",
  (event) => {
    const button = event.target instanceof Element ? event.target.closest(".first button") : null;
    if (button === null) return;
    event.preventDefault();
    button.setAttribute("aria-busy", "true");
  },
  true,
);
