import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../gates/chromium.ts";

/** Software rendering, spelled out: newer versions no longer fall back to it by themselves. */
const RENDERING = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

/** What Playwright switches off; a second list takes the place of the first, so it stands here too. */
const PLAYWRIGHTS = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
];

/** Pages of the browser's own, which it loads into every new window, in a process that works for one to two seconds. */
const OWN_PAGES = [
  "PreloadTopChromeWebUI",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
];

/** Nothing that the browser does for itself may take part of the time that a test measures. */
const QUIET = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[...PLAYWRIGHTS, ...OWN_PAGES].join(",")}`,
];

/** What hidden windows are spared; with two windows in one test, one is always hidden. */
const AWAKE = [
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
];

/**
 * Has plain software paint the page around the WebGL canvas and put all together. As a rule that goes through the emulated
 * graphics card as well, which is better for pictures of the game, but while a page loads takes more of the processor than
 * the page.
 */
export const PLAIN_PAGE = [
  "--disable-gpu-rasterization",
  "--disable-gpu-compositing",
  "--disable-accelerated-2d-canvas",
];

/**
 * Starts a headless Chromium that draws WebGL on any machine. Whoever starts it closes it.
 * @param flags more of them, such as `PLAIN_PAGE`
 */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("There is no Chromium; npm test says how to get one.");
  // Chromium's sandbox refuses to run as root, which is what containers mostly are.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({
    executablePath,
    args: [
      ...RENDERING,
      ...QUIET,
      ...AWAKE,
      ...sandbox,
      ...flags,
      "--autoplay-policy=no-user-gesture-required",
    ],
  });
}
