/** How the loss of a drone is explained to its player, over a link of a hundred milliseconds. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorldEvent } from "../../client/net/index.ts";
import { INTERPOLATION, ITEMS, MAX_REWIND_MS, REACH, WeaponId } from "../../shared/content/index.ts";
import { angleTo } from "../../shared/math/index.ts";
import { Button, STEER_MAX } from "../../shared/sim/index.ts";
import { joinPlayer, type Player, type RunningServer, startServer } from "../../tools/headless/index.ts";
import { type Link, openLink } from "../../tools/netlab/netlab.ts";

const ROUND_TRIP_MS = 100;

let server: RunningServer;
let link: Link;
beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "0", ROUND_SECONDS: "3600" });
  link = await openLink(server.port, { delayMs: ROUND_TRIP_MS / 2 });
});
afterAll(async () => {
  await link.close();
  await server.stop();
});

type Death = Extract<WorldEvent, { type: "death" }>;

/** Goes to the nearest Burst, whose rays are decided where the shooter saw the target. */
async function fetchBurst({ session, wish, until }: Player): Promise<void> {
  const { world } = session;
  const kind = ITEMS.findIndex(({ key }) => key === "burst");
  const away = ({ x }: { x: number }): number => Math.abs(x - world.self!.x);
  const [rack] = world.racks.filter((each) => each.kind === kind).sort((a, b) => away(a) - away(b));
  wish.mx = rack!.x < world.self!.x ? -STEER_MAX : STEER_MAX;
  await until(() => away(rack!) < REACH, "its way to the rack");
  wish.mx = 0;
  await until(() => world.own.arms[WeaponId.burst]!.carried, "the Burst");
  wish.pick = WeaponId.burst + 1;
}

/** Runs up and down. */
function patrol({ session, wish, onFrame }: Player): void {
  wish.my = STEER_MAX;
  onFrame(() => {
    const y = session.world.self?.y ?? 0;
    if (y < 130) wish.my = STEER_MAX;
    else if (y > 510) wish.my = -STEER_MAX;
  });
}

describe("who is destroyed", () => {
  it("learns where that was on the killer's screen, the killer's ping and how far the server looked back", async () => {
    const killer = await joinPlayer(link.endpoint, "Killer");
    const victim = await joinPlayer(server.endpoint, "Victim", killer.session.roomId);
    patrol(victim);
    await fetchBurst(killer);
    // Until pings have been measured.
    await killer.until(() => killer.session.world.self!.ping > 0, "the ping", 6);
    const drawn: { x: number; y: number }[] = [];
    killer.onFrame(() => {
      const { self, drones } = killer.session.world;
      const prey = drones.find((drone) => !drone.self);
      if (prey === undefined || self === null) return;
      killer.wish.aim = angleTo(prey.x - self.x, prey.y - self.y);
      killer.wish.buttons = prey.alive && !prey.protected ? Button.fire : 0;
      if (prey.alive) drawn.push({ x: prey.x, y: prey.y });
    });
    const told = (): Death | undefined => victim.events.find((event) => event.type === "death");
    await victim.until(() => told() !== undefined, "its death", 30);
    const death = told()!;
    const own = victim.session.world.self!;
    const nearest = Math.min(...drawn.slice(-60).map(({ x, y }) => Math.hypot(x - death.x, y - death.y)));
    console.log(
      `fairness: ping ${death.pingMs} ms, looked back ${death.rewindMs} ms, ` +
        `${nearest.toFixed(1)} px from where the killer's screen had it, ` +
        `${Math.hypot(own.x - death.x, own.y - death.y).toFixed(0)} px from where the victim was`,
    );
    expect(death).toMatchObject({ by: killer.session.world.self!.slot, weapon: WeaponId.burst });
    expect(death.pingMs).toBeGreaterThanOrEqual(ROUND_TRIP_MS - 5);
    expect(death.rewindMs).toBeGreaterThanOrEqual(ROUND_TRIP_MS + INTERPOLATION.leastMs - 20);
    expect(death.rewindMs).toBeLessThanOrEqual(MAX_REWIND_MS);
    // Two frames of a running drone.
    expect(nearest).toBeLessThan(9);
    await Promise.all([killer.leave(), victim.leave()]);
  }, 60_000);
});
