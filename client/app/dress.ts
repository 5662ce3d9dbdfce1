/** What the style sheets know of the settings and of the window: attributes and variables of the page's root. */
import { effect, signal } from "@preact/signals";
import { settings, wishes } from "../settings/index.ts";
import { roomOf } from "./room.ts";

/** Follows settings and window for as long as the page is there. */
export function dressPage(): void {
  const { style, dataset } = document.documentElement;
  const { interface: look, video, controls } = settings;
  const size = signal({ width: innerWidth, height: innerHeight });
  addEventListener("resize", () => {
    size.value = { width: innerWidth, height: innerHeight };
  });
  effect(() => {
    dataset.room = roomOf(size.value.width, size.value.height, look.scale.value / 100);
  });
  effect(() => style.setProperty("--scale", String(look.scale.value / 100)));
  effect(() => style.setProperty("--flash", String(video.flash.value / 100)));
  effect(() => {
    dataset.motion = wishes.calm.value ? "calm" : "full";
  });
  effect(() => {
    dataset.contrast = wishes.contrast.value ? "high" : "normal";
  });
  effect(() => {
    dataset.moves = controls.moveSide.value;
  });
}
