/** Names of teams by their ids, and of arenas: one that no catalogue knows is called as its map calls it. */
import type { Arena } from "../../shared/arena/index.ts";
import { teamOf } from "../../shared/content/index.ts";
import { t, voice } from "./words.ts";

/** What the team of an id is called; nothing for none. */
export function teamName(id: number): string {
  const team = teamOf(id);
  return team === null ? "" : t(`team.${team.key}`);
}

type Card = Pick<Arena, "name" | "title" | "idea">;

/** What an arena is called. */
export function arenaTitle({ name, title }: Card): string {
  return voice.value.read(`arena.${name}`, 0)?.join("") ?? title;
}

/** What is special about it, in one sentence. */
export function arenaIdea({ name, idea }: Card): string {
  return voice.value.read(`idea.${name}`, 0)?.join("") ?? idea;
}
