/** A desk for the tests of devices: it writes down what it hears. */
import { signal } from "@preact/signals";
import { createSettings } from "../settings/settings.ts";
import type { Desk, Device } from "./device.ts";
import { createLatch } from "./latch.ts";

/** What a desk stands for in a test; change it at will. */
export interface Stands {
  active: boolean;
  menuOpen: boolean;
}

export function createTestDesk(over: Partial<Stands> = {}) {
  const heard: string[] = [];
  const latch = createLatch();
  const stands: Stands = { active: true, menuOpen: false, ...over };
  const settings = createSettings({ recall: () => null, remember: () => {} });
  const desk: Desk = {
    latch,
    settings,
    picks: {
      choose: (id) => heard.push(`draw ${id}`),
      step: (places) => heard.push(`weapon ${places}`),
      swap: () => heard.push("last weapon"),
    },
    page: {
      scoreboard: (shown) => heard.push(`scoreboard ${shown}`),
      pause: () => heard.push("pause"),
      netGraph: () => heard.push("net graph"),
      map: (large) => heard.push(`map ${large}`),
      help: () => heard.push("help"),
      padLost: () => heard.push("lost"),
      menuOpen: () => stands.menuOpen,
    },
    device: signal<Device>("desktop"),
    pointing: signal(true),
    isActive: () => stands.active,
  };
  return { desk, settings, latch, heard, stands };
}
