/** Finds the Chromium that the browser tests drive, and brings it where that can be done without asking. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const ADVICE =
  "The browser tests need Chromium. Run `sudo apt-get install chromium` (Debian), " +
  "`sudo dnf install chromium` (Fedora) or `brew install --cask chromium` (macOS), " +
  "or set CHROMIUM_PATH to a Chromium or Chrome, then run npm test again.";

/**
 * The path of a Chromium or Chrome on this machine; undefined when there is none.
 * @param chosen CHROMIUM_PATH, which goes before every other place
 * @throws Error when a path was chosen and nothing is there
 */
export function findChromium(
  chosen: string | undefined = process.env.CHROMIUM_PATH,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  if (chosen === undefined || chosen === "") return PLACES.find(exists);
  if (exists(chosen)) return chosen;
  throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file.`);
}

/**
 * Whether Chromium can be installed without asking: root, on a Debian.
 * @param osRelease text of /etc/os-release, empty where there is none
 */
export function canInstall(osRelease: string, uid: number | undefined): boolean {
  return uid === 0 && /^ID="?debian"?$/m.test(osRelease);
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = spawnSync("apt-get", args, { stdio: ["ignore", "inherit", "inherit"], env });
  if (status !== 0) throw new Error(`apt-get ${args.join(" ")} failed.\n${ADVICE}`);
}

/** Makes sure that there is a Chromium, and gives its path. */
function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const osRelease = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  if (!canInstall(osRelease, process.getuid?.())) throw new Error(ADVICE);
  aptGet("update");
  aptGet("install", "-y", "--no-install-recommends", "chromium");
  const installed = findChromium();
  if (installed === undefined) throw new Error(ADVICE);
  return installed;
}

if (import.meta.main) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
