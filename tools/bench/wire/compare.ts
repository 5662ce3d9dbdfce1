import { TICK_MS } from "../../../shared/content/index.ts";
import { openTap } from "../../wire/index.ts";
import { nextMessage, startApart } from "../apart.ts";
import { type Fight, recordMovement } from "./movement.ts";
import type { Joined, Rival } from "./rivals/index.ts";
import { everyMs } from "./rivals/rival.ts";
import { type Traffic, trafficDuring } from "./tally.ts";

/** What a rival took for a fight. */
export interface RivalRun {
  readonly traffic: Traffic;
  /** Milliseconds of the server's processor time a second. */
  readonly cpuMsPerS: number;
}

const SERVER = new URL("server.ts", import.meta.url);

/** Seconds until connections have settled. */
const SETTLE_S = 1;

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Lets clients send what the players of the fight pressed, a command a tick.
 * @returns ends it
 */
function press(fight: Fight, clients: readonly Joined[]): () => void {
  const { commands } = recordMovement(fight);
  let seq = 0;
  return everyMs(TICK_MS, () => {
    clients.forEach((client, i) => {
      const own = commands[i]!;
      client.send(own[seq % own.length]!, seq);
    });
    seq += 1;
  });
}

/** Serves the fight to as many clients as it has players, and counts. */
export async function measureRival(rival: Rival, fight: Fight, seconds: number): Promise<RivalRun> {
  const server = startApart({ script: SERVER, core: 0 });
  const cpuUs = async (): Promise<number> => {
    server.send({});
    return (await nextMessage<{ cpuUs: number }>(server)).cpuUs;
  };
  server.send({ rival: rival.name, fight });
  const { port } = await nextMessage<{ port: number }>(server);
  const tap = await openTap(port);
  const clients: Joined[] = [];
  let release = (): void => {};
  try {
    for (let i = 0; i < fight.players; i++) clients.push(await rival.join(tap.endpoint, i));
    release = press(fight, clients);
    await wait(Math.min(SETTLE_S, seconds));
    let spent = 0;
    const traffic = await trafficDuring(tap.sockets, rival.sorts, async () => {
      const before = await cpuUs();
      await wait(seconds);
      spent = (await cpuUs()) - before;
    });
    return { traffic, cpuMsPerS: spent / 1000 / seconds };
  } finally {
    release();
    for (const client of clients) client.leave();
    server.kill();
    await tap.close();
  }
}
