import { beforeAll, expect, test } from "vitest";
import { ModeId, TeamId } from "../../shared/content/index.ts";
import { speak } from "../words/index.ts";
import { headlineOf } from "./headline.ts";
import { rowsOf } from "./rows.ts";
import { createHudStore } from "./store.ts";
import { drone } from "./testing.ts";

beforeAll(() => speak("en"));

function ended(mode: ModeId, winner: number | null): string {
  const store = createHudStore({ at: "playing" });
  store.mode.value = mode;
  store.winner.value = winner;
  store.team.value = mode === ModeId.ffa ? TeamId.none : TeamId.ember;
  store.rows.value = rowsOf({ drones: [drone(0), drone(1, { name: "Mira" })], records: null });
  return headlineOf(store);
}

test("without teams a player wins, who may be you", () => {
  expect(ended(ModeId.ffa, 0)).toBe("You win the round");
  expect(ended(ModeId.ffa, 1)).toBe("Mira wins the round");
});

test("with teams the number of the winner is that of a team", () => {
  expect(ended(ModeId.tdm, TeamId.ember)).toBe("Your team wins the round: Ember");
  expect(ended(ModeId.courier, TeamId.azure)).toBe("Azure wins the round");
});

test("a round may end without a winner", () => {
  expect(ended(ModeId.ffa, null)).toBe("Nobody wins the round");
  expect(ended(ModeId.uplink, null)).toBe("Nobody wins the round");
});
