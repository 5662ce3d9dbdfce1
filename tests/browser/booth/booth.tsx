/**
 * Menu and HUD by themselves: a page that shows any of their states, with no server, no room and no picture behind.
 * The page has `window.booth`.
 */
import { signal } from "@preact/signals";
import { type ComponentProps, render } from "preact";
import { dressPage } from "../../../client/app/dress.ts";
import { GuideDialog } from "../../../client/hud/guide/guide.tsx";
import {
  createHudStore,
  createMinimap,
  Hud,
  type HudContext,
  type HudStore,
} from "../../../client/hud/index.ts";
import { Menu, NoWebgl } from "../../../client/hud/menu.tsx";
import { SettingsDialog } from "../../../client/hud/settings/settings.tsx";
import { type Device, usedDevice } from "../../../client/input/index.ts";
import { fetchArena } from "../../../client/net/arenas.ts";
import { type Settings, settings } from "../../../client/settings/index.ts";
import { followLanguage, ready } from "../../../client/words/index.ts";
import { SCENES } from "./scenes.ts";
import "../../../client/style/index.css";
import "../../../client/style/game.css";

/** A menu in which nothing has happened yet. */
const AT_REST: ComponentProps<typeof Menu> = {
  ...{ name: "Silent Badger", joining: false, failure: null, room: null, mode: "tdm", lit: true },
  offered: ["ffa", "tdm", "uplink", "courier"],
  ...{ onMode: () => {}, onPlay: () => {}, onCancel: () => {}, onOtherRoom: () => {} },
};

/** What stands before there is a game. */
const MENUS = {
  menu: () => <Menu {...AT_REST} />,
  "menu failed": () => <Menu {...AT_REST} failure={{ why: "load", retry: true }} />,
  "menu joining": () => <Menu {...AT_REST} joining />,
  "menu invited": () => <Menu {...AT_REST} room="niju3oCjt" failure={{ why: "full", retry: true }} />,
  "no webgl": () => <NoWebgl />,
  settings: () => <SettingsDialog onClose={() => {}} />,
  guide: () => <GuideDialog onClose={() => {}} />,
} as const;

export interface Booth {
  readonly settings: Settings;
  /** Names of everything that can be shown. */
  readonly scenes: readonly string[];
  /** Shows it as it is to whoever plays with a device; once its words are here. */
  show(scene: string, device: Device): Promise<void>;
  /** The store of the HUD that is shown. */
  store(): HudStore | null;
}

declare global {
  interface Window {
    booth?: Booth;
  }
}

const page = document.getElementById("page")!;
let store: HudStore | null = null;

function contextOf(scene: string, device: Device): HudContext {
  store = createHudStore({ at: "playing" });
  store.present.value = true;
  store.alive.value = true;
  store.health.value = 100;
  store.hints.value = { move: true, fire: true, dash: true };
  SCENES[scene]!(store);
  const nothing = (): void => {};
  const shown = store;
  return {
    store,
    device: signal(device),
    room: "niju3oCjt",
    link: "https://play.example.org/#r/niju3oCjt",
    minimap: createMinimap(),
    droneAt: { x: innerWidth / 2, y: innerHeight / 2 },
    scoreboard: signal(scene.startsWith("scoreboard")),
    actions: {
      ...{
        pause: nothing,
        rename: nothing,
        draw: nothing,
        watch: nothing,
        play: nothing,
        watchNext: nothing,
      },
      ...{ vote: nothing, again: nothing, netGraph: nothing, leave: nothing, closeHelp: nothing },
      resume() {
        shown.paused.value = false;
      },
    },
    report: () => "{}",
    loadArena: fetchArena,
  };
}

dressPage();
void followLanguage().then(() => {
  window.booth = {
    settings,
    scenes: [...Object.keys(MENUS), ...Object.keys(SCENES)],
    async show(scene, device) {
      await ready();
      render(null, page);
      store = null;
      usedDevice.value = device;
      const menu = MENUS[scene as keyof typeof MENUS];
      render(menu === undefined ? <Hud key={scene} context={contextOf(scene, device)} /> : menu(), page);
      await document.fonts.ready;
    },
    store: () => store,
  };
});
