/** Every weapon over the wire: what its shooter sees at once, what the server decides, and what others see of it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorldEvent } from "../../client/net/index.ts";
import { ITEMS, type ItemKey, WeaponId, weaponOf } from "../../shared/content/index.ts";
import { angleTo } from "../../shared/math/index.ts";
import { Button } from "../../shared/sim/index.ts";
import { joinPlayer, type Player, type RunningServer, startServer } from "../../tools/headless/index.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "0", SEATS: "2", ROUND_SECONDS: "3600" });
});

afterAll(() => server.stop());

type EventOf<T extends WorldEvent["type"]> = Extract<WorldEvent, { type: T }>;

function eventsOf<T extends WorldEvent["type"]>(player: Player, type: T): EventOf<T>[] {
  return player.events.filter((event): event is EventOf<T> => event.type === type);
}

/** Flies to the nearest rack with a weapon, takes it and has it in hand. */
async function fetch(player: Player, key: ItemKey & keyof typeof WeaponId): Promise<void> {
  const { world } = player.session;
  const kind = ITEMS.findIndex((item) => item.key === key);
  const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - world.self!.x, y - world.self!.y);
  const [rack] = world.racks.filter((each) => each.kind === kind).sort((a, b) => away(a) - away(b));
  const id = WeaponId[key];
  await player.until(
    () => {
      const angle = angleTo(rack!.x - world.self!.x, rack!.y - world.self!.y);
      const push = Math.min(1, away(rack!) / 60) * 127;
      player.wish.mx = Math.round(Math.cos(angle) * push);
      player.wish.my = Math.round(Math.sin(angle) * push);
      return world.own.arms[id]!.carried;
    },
    `the ${key}`,
    6,
  );
  Object.assign(player.wish, { mx: 0, my: 0, pick: id + 1 });
  await player.until(() => world.self!.weapon === id, `the ${key} in hand`);
  // The draw is over, the drone is at rest, and all of it is acknowledged.
  await player.wait(0.8);
}

/** Holds the trigger until a shot has left, and lets go. */
async function fire(player: Player, aim: number): Promise<void> {
  const before = eventsOf(player, "shot").length;
  Object.assign(player.wish, { aim, buttons: Button.fire });
  await player.until(() => eventsOf(player, "shot").length > before, "the shot");
  player.wish.buttons = 0;
}

async function joinTwo(): Promise<{ ann: Player; bob: Player; leave(): Promise<unknown> }> {
  const ann = await joinPlayer(server.endpoint, "Ann");
  const bob = await joinPlayer(server.endpoint, "Bob", ann.session.roomId);
  await ann.until(() => ann.session.world.drones.length === 2, "Bob's drone");
  return { ann, bob, leave: () => Promise.all([ann.leave(), bob.leave()]) };
}

describe("firing", () => {
  it.each(["burst", "scatter", "rail", "launcher", "mine"] as const)(
    "the %s is predicted to the last round",
    async (key) => {
      const { ann, leave } = await joinTwo();
      await fetch(ann, key);
      const { world } = ann.session;
      const arm = world.own.arms[WeaponId[key]]!;
      const rounds = arm.loaded! + arm.spare!;
      const { corrections } = world.link;
      await fire(ann, Math.PI / 2);
      await ann.wait(0.5);
      await fire(ann, Math.PI / 2);
      await ann.wait(0.5);
      expect(arm.loaded! + arm.spare!).toBe(rounds - 2 * weaponOf(WeaponId[key]).rounds);
      expect(world.link.corrections).toBe(corrections);
      await leave();
    },
  );
});

describe("a fan of pellets", () => {
  it("is drawn along the same rays by its shooter and by others", async () => {
    const { ann, bob, leave } = await joinTwo();
    await fetch(ann, "scatter");
    await fire(ann, Math.PI / 2);
    await bob.until(() => eventsOf(bob, "trace").length > 0, "the traces");
    const angles = (player: Player) => eventsOf(player, "trace").map(({ angle }) => angle.toFixed(6));
    expect(angles(ann)).toHaveLength(weaponOf(WeaponId.scatter).pellets);
    expect(angles(bob)).toEqual(angles(ann));
    await leave();
  });
});

describe("a grenade", () => {
  it("is seen to roll to the very place where it goes off, by its shooter and by others", async () => {
    const { ann, bob, leave } = await joinTwo();
    await fetch(ann, "launcher");
    await fire(ann, Math.PI / 2 + 0.4);
    const follow = async (player: Player): Promise<void> => {
      const { bolts } = player.session.world;
      await player.until(() => bolts.length === 1, "the grenade");
      const grenade = bolts[0]!;
      await player.until(() => eventsOf(player, "blast").length === 1, "the blast", 4);
      const [blast] = eventsOf(player, "blast");
      expect(Math.hypot(grenade.x - blast!.x, grenade.y - blast!.y)).toBeLessThan(2);
      expect(bolts).toEqual([]);
      expect(eventsOf(player, "bounce").length).toBeGreaterThan(0);
    };
    await Promise.all([follow(ann), follow(bob)]);
    expect(eventsOf(bob, "blast")).toEqual(eventsOf(ann, "blast"));
    expect(eventsOf(bob, "bounce")).toEqual(eventsOf(ann, "bounce"));
    await leave();
  });
});

describe("a mine", () => {
  it("is seen by who has left it, and by others only from near", async () => {
    const { ann, bob, leave } = await joinTwo();
    await fetch(ann, "mine");
    await fire(ann, 0);
    const { world } = ann.session;
    await ann.until(() => world.mines.length === 1, "the mine");
    const [mine] = world.mines;
    expect(mine).toMatchObject({ owner: world.self!.slot, friendly: true });
    expect(Math.hypot(mine!.x - world.self!.x, mine!.y - world.self!.y)).toBeLessThan(1);
    await ann.until(() => mine!.armed === 1, "its being armed", 3);
    await bob.wait(0.2);
    expect(bob.session.world.mines).toEqual([]);
    await leave();
  });
});
