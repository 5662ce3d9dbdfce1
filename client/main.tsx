/** The front door: paints the menu, then fetches the game behind it. */
import { render } from "preact";
import { createApp } from "./app/app.ts";
import { dressPage } from "./app/dress.ts";
import { recallSeat } from "./app/heldSeat.ts";
import { canDraw } from "./app/webgl.ts";
import { roomIn } from "./app/wish.ts";
import { registerWorker } from "./app/worker.ts";
import { Menu, NoWebgl } from "./hud/menu.tsx";
import { checkName, firstName, hasName } from "./hud/nickname.ts";
import { watchDevice } from "./input/index.ts";
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
const app = createApp(find("stage"), firstName(asked));

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
          onMode={app.choose}
          onPlay={app.play}
          onCancel={app.cancel}
          onOtherRoom={() => app.invite(null)}
        />
      );
  }
}

dressPage();
watchDevice();
void followLanguage().then(() => {
  render(<Page />, find("page"));
  requestAnimationFrame(() => setTimeout(prepare));
});

/** Whether there was a gesture before the code was there that makes something of it. */
let touched = false;
for (const gesture of ["pointerup", "keydown"]) {
  addEventListener(gesture, () => {
    touched = true;
  });
}

/** After the first paint: the menu must not wait for any of this. */
function prepare(): void {
  void import("./hud/padMenu.ts").then(({ steerMenusByPad }) => steerMenusByPad(), console.error);
  if (!canDraw()) {
    app.giveUp();
    return;
  }
  void app.preload().then(registerWorker);
  void import("./sound/index.ts").then(({ sound }) => sound.begin(touched), console.error);
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
