/** The device used last, for the whole page: what players read speaks of it. */
import { type Signal, signal } from "@preact/signals";
import type { PadFamily } from "./caps.ts";
import type { Device } from "./device.ts";

/** The device to expect while none was used. */
export function likelyDevice(): Device {
  return matchMedia("(hover: none) and (pointer: coarse)").matches ? "touch" : "desktop";
}

/** Written by the devices while the game has them, and by `watchDevice` on the page around it. */
export const usedDevice: Signal<Device> = signal("desktop");

/** Notices presses anywhere on the page, for as long as it lives; of gamepads the page hears elsewhere. */
export function watchDevice(): void {
  usedDevice.value = likelyDevice();
  const onPointer = ({ pointerType }: PointerEvent): void => {
    usedDevice.value = pointerType === "touch" ? "touch" : "desktop";
  };
  const onKey = ({ isTrusted }: KeyboardEvent): void => {
    // Others are made by the page itself, where a gamepad stands in for a key.
    if (isTrusted) usedDevice.value = "desktop";
  };
  window.addEventListener("pointerdown", onPointer, { capture: true });
  window.addEventListener("keydown", onKey, { capture: true });
}

/** What the page says of the gamepad that was seen last: how its buttons are marked, and whether their places are known. */
export interface PluggedPad {
  readonly family: PadFamily;
  readonly standard: boolean;
}

/** Null before one was seen; written where gamepads steer the menus. */
export const pluggedPad: Signal<PluggedPad | null> = signal(null);
