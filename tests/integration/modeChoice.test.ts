/** Players who ask for one mode, and those who leave it open. */
import { parse } from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinArena } from "../../client/net/index.ts";
import { ModeId } from "../../shared/content/index.ts";
import { ARENA_ROOM, OFFER_PATH, OfferSchema, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import { joinRaw, type RunningServer, readArena, startServer } from "../../tools/headless/index.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({
    ...{ ARENA: "foundry,gates", MODES: "ffa,tdm,courier", FILL: "2", SEED: "4" },
    ...{ ROUND_SECONDS: "5", RESULT_SECONDS: "1", VOTE_SECONDS: "30", JOIN_RATE: "0" },
  });
});

afterAll(() => server.stop());

const join = (name: string, mode?: string) =>
  joinArena({
    endpoint: server.endpoint,
    name,
    loadArena: readArena,
    ...(mode === undefined ? {} : { mode }),
  });

describe("a server that plays some of the modes", () => {
  it("says which", async () => {
    const response = await fetch(server.endpoint + OFFER_PATH);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(parse(OfferSchema, await response.json())).toEqual({ modes: ["ffa", "tdm", "courier"] });
  });

  it("brings those together who want the same, and nobody else", async () => {
    const [ann, bob, cid, dee, eve] = [
      await join("Ann", "tdm"),
      await join("Bob", "tdm"),
      await join("Cid", "courier"),
      await join("Dee"),
      await join("Eve", "any"),
    ];
    const raw = await joinRaw(server.endpoint, "Fay");
    expect(bob.roomId).toBe(ann.roomId);
    expect(eve.roomId).toBe(dee.roomId);
    expect(raw.room.roomId).toBe(dee.roomId);
    expect(new Set([ann, cid, dee].map(({ roomId }) => roomId)).size).toBe(3);
    await Promise.all([ann, bob, cid, dee, eve, raw].map((player) => player.leave()));
  });

  it("plays the wanted mode, and lets them vote for another map in it only", async () => {
    const ann = await joinRaw(server.endpoint, "Ann", undefined, "tdm");
    const { state } = ann.room;
    expect(state.mode).toBe(ModeId.tdm);
    await expect.poll(() => state.ballot.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect([...state.ballot].map(({ mode }) => mode)).toEqual([...state.ballot].map(() => ModeId.tdm));
    expect([...state.ballot].map(({ arena }) => arena).sort()).toEqual(["foundry", "gates"]);
    await ann.leave();
  });

  it.each([
    ["uplink", "mode"],
    ["hide", "mode"],
    ["ffa; drop", "refused"],
  ])("refuses %s and says why", async (mode, why) => {
    await expect(join("Ann", mode)).rejects.toMatchObject({ why, retry: false });
  });

  it("refuses a mode that is no text", async () => {
    const response = await fetch(`${server.endpoint}/matchmake/joinOrCreate/${ARENA_ROOM}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Ann", protocol: PROTOCOL_VERSION, mode: { $ne: "ffa" } }),
    });
    expect(await response.json()).toMatchObject({ code: 525 });
  });
});
