/**
 * `npm run play -- --net transatlantic`: the game behind one of the laboratory's networks, for people who want to feel it.
 *   --net NAME   one of the networks; --list says which there are
 *   --url URL    a server that runs already, such as http://localhost:2567, in place of one of our own
 *   --port N     where the laboratory listens; 2568, so that `npm start` beside it is the same game without it
 */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildFirst } from "./buildFirst.ts";
import { openLink, PROFILE_NAMES, PROFILES, type Profile, profileNamed } from "./netlab/netlab.ts";
import serverFlags from "./setup/serverFlags.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Options {
  readonly list: boolean;
  readonly name: string;
  readonly profile: Profile;
  /** Null for a server of our own. */
  readonly url: URL | null;
  readonly port: number;
}

/** @throws Error that says what is allowed */
function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      net: { type: "string", default: "transatlantic" },
      url: { type: "string" },
      port: { type: "string", default: "2568" },
      list: { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new RangeError(`--port is a port, not "${values.port}"`);
  const url = values.url === undefined ? null : new URL(values.url);
  // TLS would have to end here, with a certificate for this machine.
  if (url !== null && url.protocol !== "http:")
    throw new RangeError(`--url is an http:// address, not "${values.url}"`);
  return { list: values.list, name: values.net, profile: profileNamed(values.net), url, port };
}

/** Builds the client when it has to be, and starts a server on a free port. */
async function startOwn(): Promise<{ url: URL; server: ChildProcess }> {
  buildFirst();
  const server = spawn(process.execPath, [...serverFlags, "server/main.ts"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const url = await new Promise<URL>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const link = /https?:\/\/[^:\s]+:\d+/.exec(said);
      if (link !== null) resolve(new URL(link[0]));
    });
    server.once("exit", () => reject(new Error(`the server ended:\n${said}`)));
  });
  return { url, server };
}

async function play({ name, profile, url: given, port }: Options): Promise<void> {
  const own = given === null ? await startOwn() : null;
  const url = given ?? own!.url;
  const link = await openLink(Number(url.port || 80), profile.shape, { host: url.hostname, port });
  console.log(`\n  Crosswire over ${name} (${profile.says}): ${link.endpoint}`);
  console.log(`  and without it: ${url.origin}\n\n  Ctrl+C ends it.\n`);
  const stop = async (): Promise<void> => {
    await link.close();
    own?.server.kill("SIGKILL");
    process.exit(0);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  own?.server.once("exit", (code) => process.exit(code ?? 1));
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.list)
    for (const name of PROFILE_NAMES) console.log(`${name.padEnd(14)} ${PROFILES[name].says}`);
  else await play(options);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
