import { expect, test } from "vitest";
import { MESSAGE_LIMITS } from "../../shared/protocol.ts";
import { createWishes } from "./wishes.ts";

type Told = [type: string, data: object];

function setUp() {
  const told: Told[] = [];
  return { told, wishes: createWishes((type, data) => told.push([type, data])) };
}

test("a wish is told with the next frame, and only the newest of those that wait", () => {
  const { told, wishes } = setUp();
  wishes.ask("watch", { slot: 1 });
  wishes.send(0);
  wishes.ask("watch", { slot: 2 });
  wishes.ask("watch", { slot: 3 });
  wishes.send(16);
  expect(told).toEqual([["watch", { slot: 1 }]]);
  wishes.send(1000);
  wishes.send(2000);
  expect(told.slice(1)).toEqual([["watch", { slot: 3 }]]);
});

test("whoever changes their mind between watching and playing is told by the last word", () => {
  const { told, wishes } = setUp();
  wishes.ask("spectate", {});
  wishes.ask("play", {});
  wishes.send(0);
  wishes.send(10_000);
  expect(told).toEqual([["play", {}]]);
});

test.each(["spectate", "watch", "vote", "stats"] as const)(
  "nobody hammers %s into the server's limit",
  (type) => {
    const { told, wishes } = setUp();
    const { burst, seconds } = MESSAGE_LIMITS[type];
    for (let now = 0; now < seconds * 1000; now += 16) {
      if (type === "watch") wishes.ask(type, { slot: 1 });
      else if (type === "vote") wishes.ask(type, { choice: 1 });
      else wishes.ask(type, {});
      wishes.send(now);
    }
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThanOrEqual(burst);
  },
);
