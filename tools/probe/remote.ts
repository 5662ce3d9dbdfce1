import { DRONE } from "../../shared/content/index.ts";
import { joinRaw } from "../headless/index.ts";
import { adaptiveClock, fixedClock, type PictureFigures, type SeenPatch, watchPicture } from "./picture.ts";
import { type Finding, type Net, netNamed, type Probe } from "./probe.ts";

/** Seconds of patches that are looked at. */
const SECONDS = 40;

/** The delay that the adaptive one is compared with, in ms: Source's default (`cl_interp` of ValveSoftware/source-sdk-2013). */
const FIXED_MS = 100;

/** A jump that nobody sees, in ms of the picture: a tenth of a drone's width at full speed. */
const UNSEEN_MS = ((0.1 * 2 * DRONE.radius) / DRONE.speed) * 1000;

/** Part of the frames by which the adaptive delay may be the worse one: a patch in twenty may be late for it. */
const STALE_SLACK = 0.05;

function tell(name: string, { meanDelayMs, largestJumpMs, stale }: PictureFigures): string {
  const px = (Math.max(0, largestJumpMs) * DRONE.speed) / 1000;
  const share = (stale * 100).toFixed(1);
  return `${name}: delay ${meanDelayMs.toFixed(0)} ms, largest jump ${px.toFixed(1)} px, ${share} % of frames without news`;
}

function findings(net: Net, adaptive: PictureFigures, fixed: PictureFigures): Finding[] {
  const measured = `${tell("adaptive", adaptive)}; ${tell(`fixed ${FIXED_MS} ms`, fixed)}`;
  const smooth = adaptive.largestJumpMs < Math.max(UNSEEN_MS, fixed.largestJumpMs);
  const jumps: Finding = {
    claim: "others jump less than with a fixed delay",
    measured,
    holds: smooth && adaptive.stale <= fixed.stale + STALE_SLACK,
  };
  if (net.name !== "lan") return [jumps];
  const nearer: Finding = {
    claim: "others are drawn nearer to the present than with a fixed delay",
    measured,
    holds: adaptive.meanDelayMs < fixed.meanDelayMs,
  };
  return [jumps, nearer];
}

/** How others move on the screen: one stream of patches as it came, played with the game's delay and with a fixed one. */
export const remote: Probe = {
  name: "remote",
  short: [netNamed("lan"), netNamed("wifi-busy")],
  all: [
    netNamed("lan"),
    netNamed("cable"),
    netNamed("wifi-busy"),
    netNamed("mobile-4g"),
    netNamed("transatlantic"),
  ],
  anywhere: true,
  async run(lab, net) {
    const scene = await lab.open({ ARENA: "foundry", FILL: "6", ROUND_SECONDS: "3600" }, net.shape);
    try {
      const watcher = await joinRaw(scene.endpoint, "Watcher");
      const patches: SeenPatch[] = [];
      watcher.room.onStateChange(() => {
        patches.push({ at: performance.now(), serverMs: watcher.room.clock.lastServerTime() });
      });
      await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
      await watcher.leave();
      return findings(
        net,
        watchPicture(patches, adaptiveClock()),
        watchPicture(patches, fixedClock(FIXED_MS)),
      );
    } finally {
      await scene.close();
    }
  },
};
