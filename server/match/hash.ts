import { foldBody, foldNumber } from "../../shared/sim/index.ts";
import type { ArenaState } from "../../shared/state/index.ts";

/** The hash of a whole match: round, clock, scores, drones, and all that flies, waits and lies about. */
export function hashState(state: ArenaState): number {
  const fold = (hash: number, numbers: readonly number[]): number => numbers.reduce(foldNumber, hash);
  let hash = fold(0, [state.tick, state.round, state.mode, state.phase, state.phaseEndsAt]);
  hash = fold(hash, [state.azureScore, state.emberScore, state.winner, state.zone, state.zoneHolder]);
  state.players.forEach((player) => {
    hash = foldBody(hash, player);
    hash = fold(hash, [player.aim, player.health, player.plating, player.team, player.respawnAt]);
    hash = fold(hash, [player.kills, player.deaths, player.assists, player.captures, player.score]);
  });
  state.bolts.forEach((bolt) => {
    hash = fold(hash, [bolt.owner, bolt.weapon, bolt.seq, bolt.x, bolt.y, bolt.angle, bolt.bornAt]);
  });
  state.mines.forEach((mine) => {
    hash = fold(hash, [mine.owner, mine.team, mine.x, mine.y, mine.armedAt]);
  });
  state.drops.forEach((drop) => {
    hash = fold(hash, [drop.weapon, drop.rounds, drop.x, drop.y, drop.endsAt]);
  });
  for (const rack of state.racks) hash = foldNumber(hash, rack.readyAt);
  for (const packet of state.packets) {
    hash = fold(hash, [packet.team, packet.x, packet.y, packet.carrier, packet.returnsAt]);
  }
  return hash;
}
