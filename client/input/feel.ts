/** What hands feel: the phone shakes, or the gamepad rumbles, where they can and players want it. */
import type { Device } from "./device.ts";

/** A hit was dealt, damage was taken, the drone was lost. */
export type Feel = "hit" | "hurt" | "lost";

/** How long in ms, and how strongly the heavy and the light motor run, 0..1. */
const FEELS: Readonly<Record<Feel, { ms: number; strong: number; weak: number }>> = {
  hit: { ms: 25, strong: 0, weak: 0.35 },
  hurt: { ms: 80, strong: 0.55, weak: 0.3 },
  lost: { ms: 260, strong: 1, weak: 0.8 },
};

/** Gives one shake. */
export function shake(feel: Feel, device: Device, pad: Gamepad | null): void {
  const { ms, strong, weak } = FEELS[feel];
  if (device === "touch") {
    // Not everywhere: Safari has none, and some browsers only have it after a tap.
    (navigator as Partial<Navigator>).vibrate?.(ms);
  } else if (device === "gamepad") {
    const actuator = (pad as Partial<Gamepad> | null)?.vibrationActuator;
    // A pad that cannot, or is busy, says so by a rejection that is no news.
    actuator
      ?.playEffect("dual-rumble", { duration: ms, strongMagnitude: strong, weakMagnitude: weak })
      .catch(() => {});
  }
}
