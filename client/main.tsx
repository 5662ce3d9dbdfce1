/** The front door: paints the menu while the game behind it is fetched. */
// First of all, since it fetches.
import "./app/ahead.ts";

import { effect, signal, untracked } from "@preact/signals";
import type { SeatModule } from "./app/ahead.ts";
import { createApp } from "./app/app.ts";
import { dressPage } from "./app/dress.ts";
import { findFirstMenu } from "./app/firstMenu.ts";
import { recallSeat } from "./app/heldSeat.ts";
import { roomIn } from "./app/wish.ts";
import { registerWorker } from "./app/worker.ts";
import { Menu, NoWebgl } from "./hud/menu.tsx";
import { checkName, firstName, hasName } from "./hud/nickname.ts";
import { watchDevice } from "./input/index.ts";
import { canDraw } from "./view/canvas.ts";
import { followLanguage } from "./words/index.ts";

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}

/** The page was given another address while it is here. */
window.addEventListener("hashchange", () => {
  const room = roomIn(location.hash);
  if (room !== null) app.invite(room);
});

const asked = new URLSearchParams(location.search).get("name");
/** Painted before this script was there; by now somebody may have typed or pressed something in it. */
const first = findFirstMenu(find("page"));
const app = createApp(find("stage"), first.typed || firstName(asked));

/** Whether the lamp over the menu is on. */
const lit = signal(false);

function Page() {
  const page = app.page.value;
  switch (page.at) {
    case "playing":
      return page.seat.hud;
    case "unsupported":
      return <NoWebgl />;
    default:
      return (
        <Menu
          name={app.name.value}
          joining={page.at === "joining"}
          failure={page.at === "menu" ? page.failure : null}
          room={app.room.value}
          offered={app.offered.value}
          mode={app.mode.value}
          lit={lit.value}
          onMode={app.choose}
          onPlay={app.play}
          onCancel={app.cancel}
          onOtherRoom={() => app.invite(null)}
        />
      );
  }
}

/** Whether there was a gesture before the code was there that makes something of it. */
let touched = false;
for (const gesture of ["pointerup", "keydown"]) {
  addEventListener(gesture, () => {
    touched = true;
  });
}

dressPage();
watchDevice();
void followLanguage().then(() => {
  touched ||= first.pressed;
  first.become(<Page />, app.name.value);
  // The longest wait of all, so it begins at once; what can be done only with it comes after the paint.
  const ready = app.preload();
  requestAnimationFrame(() => setTimeout(() => prepare(ready)));
});

/** After the first paint: the menu must not wait for any of this. @param ready the game, when it has been fetched */
function prepare(ready: Promise<SeatModule | null>): void {
  if (!canDraw()) {
    app.giveUp();
    return;
  }
  void ready.then((seat) => {
    seat?.steerMenusByPad();
    if (seat !== null) registerWorker();
    whenAtRest(() => {
      lit.value = true;
      seat?.sound.begin(touched);
    });
  });
  const held = recallSeat(app.room.value);
  if (held !== null) {
    void app.resume(held);
    return;
  }
  // A link such as `/?name=Mira#play` goes straight into the arena, and so does one to a match for who has a name.
  const checked = checkName(app.name.value);
  const invited = app.room.value !== null && (asked !== null || hasName());
  if ((location.hash === "#play" || invited) && checked.ok) void app.play(checked.name);
}

/** Does, as soon as no seat is looked for or furnished, what takes a while in which nothing else is done. */
function whenAtRest(act: () => void): void {
  const stop = effect(() => {
    const page = app.page.value;
    if (page.at === "joining" || (page.at === "playing" && !page.seat.settled.value)) return;
    untracked(act);
    queueMicrotask(() => stop());
  });
}
