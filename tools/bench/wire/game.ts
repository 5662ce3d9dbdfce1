import { joinPlayer, type Player, startServer } from "../../headless/index.ts";
import { openTap } from "../../wire/index.ts";
import { brawl } from "./brawler.ts";
import { BY_COLYSEUS, type Traffic, trafficDuring } from "./tally.ts";

/** The real room with real clients in a fight; what goes over their sockets. */
export async function measureGame(
  arena: string,
  players: number,
  seconds: number,
  warmUpS: number,
): Promise<Traffic> {
  const server = await startServer({
    ...{ ARENA: arena, SEATS: String(players), FILL: "0", ROUND_SECONDS: "3600" },
    ...{ JOIN_RATE: "0", REQUEST_RATE: "0" },
  });
  const tap = await openTap(server.port);
  const joined: Player[] = [];
  try {
    for (let i = 0; i < players; i++) joined.push(await joinPlayer(tap.endpoint, `Brawler ${i + 1}`));
    const stops = joined.map((player, i) => brawl(player, 100 + i));
    await joined[0]!.wait(warmUpS);
    const sorts = { down: BY_COLYSEUS, up: BY_COLYSEUS };
    const traffic = await trafficDuring(tap.sockets, sorts, () => joined[0]!.wait(seconds));
    for (const stop of stops) stop();
    return traffic;
  } finally {
    await Promise.all(joined.map((player) => player.leave()));
    await tap.close();
    await server.stop();
  }
}
