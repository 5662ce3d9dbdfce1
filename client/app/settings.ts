/** What this browser wants of the picture, followed live: the player's settings, the system, and the page's address. */
import { computed } from "@preact/signals";
import { settings, wishes } from "../settings/index.ts";
import type { ViewSettings } from "../view/index.ts";

/** `?gfx=low` asks for the light picture whatever is set: for tests on machines without graphics. */
const forcedLow = new URLSearchParams(location.search).get("gfx") === "low";

/** Percent as a share. */
const share = (percent: number): number => percent / 100;

const { video, interface: look } = settings;

export const viewSettings = computed<ViewSettings>(() => ({
  quality: forcedLow ? "low" : video.quality.value,
  reducedMotion: wishes.calm.value,
  shake: share(video.shake.value),
  flash: share(video.flash.value),
  damageNumbers: video.damageNumbers.value,
  names: look.names.value,
  contrast: wishes.contrast.value,
}));
