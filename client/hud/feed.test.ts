import { expect, test } from "vitest";
import { addPassing, dropOld, FEED_LINES, FEED_MS, type FeedLine } from "./feed.ts";

function line(id: number, at: number): FeedLine {
  const victim = { slot: 0, name: "Mira", self: false, team: 0 };
  return { what: "kill", id, killer: null, assists: [], victim, weapon: 0, at };
}

test("the newest line comes last and the oldest makes room", () => {
  let feed: readonly FeedLine[] = [];
  for (let id = 1; id <= FEED_LINES + 2; id++) feed = addPassing(feed, line(id, id), FEED_LINES);
  expect(feed.map(({ id }) => id)).toEqual([3, 4, 5, 6, 7]);
});

test("lines go when their time is over", () => {
  const feed = [line(1, 0), line(2, 1000)];
  expect(dropOld(feed, FEED_MS, FEED_MS).map(({ id }) => id)).toEqual([2]);
  expect(dropOld(feed, FEED_MS + 1000, FEED_MS)).toEqual([]);
});

test("while nothing is old it stays the same array, so nobody draws it anew", () => {
  const feed = [line(1, 0)];
  expect(dropOld(feed, FEED_MS - 1, FEED_MS)).toBe(feed);
});
