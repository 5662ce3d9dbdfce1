import type { Arena } from "../../shared/arena/index.ts";
import { MODES, type ModeKey, modeOf } from "../../shared/content/index.ts";
import { ChoiceState } from "../../shared/state/index.ts";
import type { MatchWorld } from "./world.ts";

/** Choices on a ballot at most. */
const CHOICES = 3;

/** A map and a mode that can be played on it. */
export interface Pairing {
  readonly arena: Arena;
  readonly mode: ModeKey;
}

/** Everything that may be played. Throws when no map is made for any of the modes. */
export function pairingsOf(arenas: readonly Arena[], modes: readonly ModeKey[]): Pairing[] {
  const pairings = arenas.flatMap((arena) =>
    modes.filter((mode) => arena.modes.includes(mode)).map((mode) => ({ arena, mode })),
  );
  if (pairings.length > 0) return pairings;
  const names = arenas.map(({ name }) => name).join(", ");
  throw new RangeError(`none of the maps ${names} is made for ${modes.join(", ")}`);
}

/** Draws what can be voted for: different maps in different modes as far as there are any, and no repetition of this round. */
function draw(world: MatchWorld): Pairing[] {
  const { random, state } = world;
  const current = modeOf(state.mode).key;
  const open = pairingsOf(world.arenas, world.modes);
  const drawn: Pairing[] = [];
  const cost = ({ arena, mode }: Pairing): number =>
    (arena.name === state.arena && mode === current ? 100 : 0) +
    (arena.name === state.arena ? 4 : 0) +
    (mode === current ? 1 : 0) +
    drawn.reduce((sum, other) => sum + (other.arena === arena ? 4 : 0) + (other.mode === mode ? 2 : 0), 0);
  while (drawn.length < CHOICES && open.length > 0) {
    const least = Math.min(...open.map(cost));
    const candidates = open.filter((pairing) => cost(pairing) === least);
    const next = random.pick(candidates);
    open.splice(open.indexOf(next), 1);
    drawn.push(next);
  }
  return drawn;
}

/** Puts the choices for the next round to the vote. */
export function openBallot(world: MatchWorld): void {
  closeBallot(world);
  for (const { arena, mode } of draw(world)) {
    const choice = new ChoiceState();
    choice.arena = arena.name;
    choice.mode = MODES.find(({ key }) => key === mode)!.id;
    world.state.ballot.push(choice);
  }
}

/** Takes the ballot away. */
export function closeBallot(world: MatchWorld): void {
  const { ballot } = world.state;
  while (ballot.length > 0) ballot.pop();
  world.votes.clear();
}

/** Counts the votes that there are. */
export function countVotes(world: MatchWorld): void {
  const { ballot } = world.state;
  for (let i = 0; i < ballot.length; i++) {
    let votes = 0;
    for (const choice of world.votes.values()) if (choice === i) votes += 1;
    if (ballot[i]!.votes !== votes) ballot[i]!.votes = votes;
  }
}

/** Whether all people who play have voted; not when nobody plays. Those who watch may vote, but nobody waits for them. */
export function allHaveVoted(world: MatchWorld): boolean {
  let people = 0;
  for (const { id, brain } of world.fighters.values()) {
    if (brain !== null) continue;
    if (!world.votes.has(id)) return false;
    people += 1;
  }
  return people > 0;
}

/** What the vote has come to: the most wanted choice; chance decides between equals, and when nobody has voted. */
export function elected(world: MatchWorld): Pairing {
  const { ballot } = world.state;
  const most = Math.max(...ballot.map(({ votes }) => votes));
  const winner = world.random.pick([...ballot].filter(({ votes }) => votes === most));
  const arena = world.arenas.find(({ name }) => name === winner.arena)!;
  return { arena, mode: modeOf(winner.mode).key };
}
