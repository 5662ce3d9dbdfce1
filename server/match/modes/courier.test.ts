import { beforeEach, describe, expect, test } from "vitest";
import type { Spot } from "../../../shared/arena/index.ts";
import { ModeId, modeOf, PACKET, TeamId, WeaponId } from "../../../shared/content/index.ts";
import { Button, STEER_MAX } from "../../../shared/sim/index.ts";
import { NOBODY, type PacketState, Phase } from "../../../shared/state/index.ts";
import { drawArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { createScene, eventsOf, fighterAt, type Game, startGame } from "../testing.ts";
import { createMode } from "./index.ts";

const ARENA = drawArena(
  "##############################",
  "#1..........................2#",
  "#..A......................B..#",
  "#............................#",
  "#1..........................2#",
  "##############################",
  { modes: ["courier"] },
);
const COURIER = modeOf(ModeId.courier);
const { azure, ember } = TeamId;
const AZURE_HOME = middleOf(3, 2);
const EMBER_HOME = middleOf(26, 2);
const MIDDLE = middleOf(14, 3);
const ASIDE = middleOf(10, 4);

let game: Game;

/** Ada and Ann of azure against Eli and Eve of ember, all away from both homes. */
function begin(rules = {}): void {
  const options = { podiumTicks: 50, liveTicks: 100_000, ...rules };
  game = startGame(ARENA, ["ada", "ann", "eli", "eve"], options, 1, { modes: ["courier"] });
  for (const id of ["ada", "ann"]) game.player(id).team = azure;
  for (const id of ["eli", "eve"]) game.player(id).team = ember;
  for (const id of ["ada", "ann", "eli", "eve"]) game.place(id, ASIDE);
  game.step();
}
beforeEach(() => begin());

function packetOf(team: number): PacketState {
  return game.match.state.packets.find((packet) => packet.team === team)!;
}

/** Somebody takes the enemy's packet and is somewhere else with it. */
function carry(id: string, to: Spot = MIDDLE): ReturnType<Game["step"]> {
  game.place(id, game.player(id).team === azure ? EMBER_HOME : AZURE_HOME);
  const events = game.step();
  expect(game.player(id).laden).toBe(1);
  game.place(id, to);
  return [...events, ...game.step()];
}

/** Somebody is destroyed by an enemy where they are. */
function destroy(killer: string, victim: string): ReturnType<Game["step"]> {
  const { x, y } = game.player(victim);
  game.player(victim).health = 1;
  game.arm(killer, WeaponId.burst);
  game.place(killer, { x: x - 60, y });
  game.let(killer, { buttons: Button.fire });
  const events = game.step();
  game.let(killer, {});
  expect(game.player(victim).alive).toBe(0);
  return events;
}

describe("Courier", () => {
  test("begins with each team's packet at its home", () => {
    expect(packetOf(azure)).toMatchObject({ ...AZURE_HOME, home: true, carrier: NOBODY });
    expect(packetOf(ember)).toMatchObject({ ...EMBER_HOME, home: true, carrier: NOBODY });
    expect(game.match.state.goal).toBe(COURIER.goal);
  });

  test("a packet is taken by an enemy who comes near, and not by its own team", () => {
    game.place("eve", EMBER_HOME);
    expect(eventsOf(game.step(10), "goal")).toEqual([]);
    game.place("ada", { x: EMBER_HOME.x - PACKET.reach - 1, y: EMBER_HOME.y });
    expect(eventsOf(game.step(), "goal")).toEqual([]);
    game.place("ada", { x: EMBER_HOME.x - PACKET.reach, y: EMBER_HOME.y });
    expect(eventsOf(game.step(), "goal")).toEqual([{ what: "packetTaken", team: azure, by: 0 }]);
    expect(packetOf(ember)).toMatchObject({ home: false, carrier: 0 });
    expect(game.player("ada").laden).toBe(1);
  });

  test("brought home it is a point for the team, and for its carrier what it is worth", () => {
    carry("ada");
    game.place("ada", AZURE_HOME);
    const events = game.step();
    expect(eventsOf(events, "goal")).toEqual([{ what: "packetHome", team: azure, by: 0 }]);
    expect(game.match.state).toMatchObject({ azureScore: 1, emberScore: 0 });
    expect(game.player("ada")).toMatchObject({ captures: 1, score: 5, laden: 0 });
    expect(packetOf(ember)).toMatchObject({ ...EMBER_HOME, home: true, carrier: NOBODY });
  });

  test("its carrier cannot dash, and can again without it", () => {
    carry("ada");
    game.let("ada", { mx: STEER_MAX, buttons: Button.dash });
    game.step();
    expect(game.player("ada")).toMatchObject({ dashTicks: 0, dashCharges: 2 });
    game.let("ada", {});
    game.place("ada", AZURE_HOME);
    game.step();
    game.let("ada", { mx: STEER_MAX, buttons: Button.dash });
    game.step();
    expect(game.player("ada").dashCharges).toBe(1);
  });

  test("both packets may be under way at once, and both be brought home", () => {
    carry("ada");
    carry("eli", middleOf(16, 3));
    expect([packetOf(azure).carrier, packetOf(ember).carrier]).toEqual([2, 0]);
    game.place("ada", AZURE_HOME);
    game.place("eli", EMBER_HOME);
    game.step();
    expect(game.match.state).toMatchObject({ azureScore: 1, emberScore: 1 });
  });

  test("is won by the team that reaches the goal", () => {
    game.match.state.azureScore = COURIER.goal - 1;
    carry("ada");
    game.place("ada", AZURE_HOME);
    game.step();
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: azure });
  });

  test("counts kills for the player, and not for the team", () => {
    carry("eli");
    destroy("ada", "eli");
    expect(game.player("ada")).toMatchObject({ kills: 1, score: 1 });
    expect(game.match.state).toMatchObject({ azureScore: 0, emberScore: 0 });
  });

  test("begins the next round with both packets at home, though one was under way", () => {
    begin({ liveTicks: 60, overtimeTicks: 0, podiumTicks: 10 });
    carry("ada");
    game.step(75);
    expect(game.match.state.round).toBe(2);
    expect(game.match.state.packets).toHaveLength(2);
    for (const team of [azure, ember]) expect(packetOf(team)).toMatchObject({ home: true, carrier: NOBODY });
    for (const player of game.match.state.players.values()) expect(player.laden).toBe(0);
  });

  test("lets nobody take a packet before play", () => {
    begin({ warmupTicks: 100 });
    game.place("ada", EMBER_HOME);
    game.step(5);
    expect(game.player("ada").laden).toBe(0);
  });

  test("lets everybody appear at the spawns of their own team", () => {
    const fighter = fighterAt("ada", 0, MIDDLE);
    fighter.player.team = azure;
    const spots = createMode("courier").spawns(createScene(ARENA, [fighter]), fighter);
    expect(spots.map((spot) => spot.team)).toEqual([azure, azure]);
  });
});

describe("a packet that was dropped", () => {
  test("lies where its carrier fell, for anybody to see", () => {
    carry("ada");
    const events = destroy("eli", "ada");
    expect(eventsOf(events, "goal")).toEqual([{ what: "packetDropped", team: ember, by: 0 }]);
    const { x, y } = packetOf(ember);
    expect([x, y]).toEqual([MIDDLE.x, MIDDLE.y]);
    expect(packetOf(ember)).toMatchObject({
      ...{ home: false, carrier: NOBODY },
      returnsAt: game.match.state.tick + PACKET.lieTicks,
    });
    expect(game.player("ada").laden).toBe(0);
  });

  test("is sent home at once by its own team, for a point of theirs", () => {
    carry("ada");
    destroy("eli", "ada");
    game.place("eve", MIDDLE);
    const { score } = game.player("eve");
    const events = game.step();
    expect(eventsOf(events, "goal")).toEqual([{ what: "packetReturned", team: ember, by: 3 }]);
    expect(packetOf(ember)).toMatchObject({ ...EMBER_HOME, home: true });
    expect(game.player("eve").score).toBe(score + 1);
    expect(game.match.state.emberScore).toBe(0);
  });

  test("is taken on by another enemy", () => {
    carry("ada");
    destroy("eli", "ada");
    game.place("eli", ASIDE);
    game.place("ann", MIDDLE);
    expect(eventsOf(game.step(), "goal")).toEqual([{ what: "packetTaken", team: azure, by: 1 }]);
    expect(packetOf(ember)).toMatchObject({ carrier: 1, returnsAt: 0 });
  });

  test("goes home by itself after its time", () => {
    carry("ada");
    destroy("eli", "ada");
    for (const id of ["eli", "eve", "ann"]) game.place(id, middleOf(14, 1));
    const due = packetOf(ember).returnsAt;
    game.player("ada").respawnAt = due + 1000;
    expect(eventsOf(game.step(due - game.match.state.tick - 1), "goal")).toEqual([]);
    expect(eventsOf(game.step(), "goal")).toEqual([{ what: "packetReturned", team: ember, by: NOBODY }]);
    expect(packetOf(ember)).toMatchObject({ ...EMBER_HOME, home: true, returnsAt: 0 });
  });

  test.each(["leave", "spectate"] as const)("is left behind by a carrier who is gone: %s", (way) => {
    carry("ada");
    game.match[way]("ada");
    expect(packetOf(ember)).toMatchObject({ ...MIDDLE, carrier: NOBODY, home: false });
    const events = game.step();
    expect(packetOf(ember).returnsAt).toBeGreaterThan(game.match.state.tick);
    expect(events.filter(({ type }) => type === "kill")).toEqual([]);
    game.match.join("abe", "Abe");
    expect(packetOf(ember).carrier).toBe(NOBODY);
  });

  test("stays on the back of somebody whose connection is lost", () => {
    carry("ada");
    game.match.cover("ada");
    game.step();
    expect(packetOf(ember).carrier).toBe(0);
    game.match.handBack("ada");
    expect(game.player("ada").laden).toBe(1);
  });
});
