/** What framing costs a player who plays with the game's own client. */
import { describe, expect, it } from "vitest";
import { joinPlayer } from "../../tools/headless/index.ts";
import { openTap } from "../../tools/wire/index.ts";
import { inputCost, patchCost, sayCost } from "./cost.ts";
import { useServer } from "./game.ts";
import { note } from "./note.ts";

/** With bots, so that patches carry what they do in a game. */
const server = useServer({ ARENA: "foundry", SEATS: "12", FILL: "8" });

describe("§5.2 the cost of framing", () => {
  it("is 6 bytes for two inputs up, and 2 or 4 for a patch down", async ({ task }) => {
    const tap = await openTap(server().port);
    const player = await joinPlayer(tap.endpoint, "Counted");
    for (let turn = 0; turn < 30; turn++) {
      Object.assign(player.wish, { mx: (turn % 3) - 1, my: ((turn >> 1) % 3) - 1, aim: turn / 5 });
      await player.wait(0.1);
    }
    await player.leave();
    await tap.close();

    const [socket] = tap.sockets;
    const [up, down] = [inputCost(socket!), patchCost(socket!)];
    note(task, sayCost("two inputs up", up));
    note(task, sayCost("a patch down", down));
    // Some 30 frames in each of three seconds.
    expect(up.frames).toBeGreaterThan(45);
    expect(up.header).toBe(6);
    expect(down.frames).toBeGreaterThan(45);
    expect(down.header).toBeGreaterThanOrEqual(2);
    expect(down.header).toBeLessThanOrEqual(4);
  });
});
