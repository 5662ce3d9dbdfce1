import { expect, test } from "vitest";
import { roomOf } from "./room.ts";

test("a page has the room of its window, and half of it when it is made twice as large", () => {
  expect(roomOf(1280, 720, 1)).toBe("wide");
  expect(roomOf(1280, 720, 2)).toBe("narrow medium low");
  expect(roomOf(1280, 720, 0.8)).toBe("wide");
});

test("a phone is narrow upright, and low and flat on its side", () => {
  expect(roomOf(390, 844, 1)).toBe("narrow medium");
  expect(roomOf(812, 375, 1)).toBe("medium low flat");
});

test("only a window that is tall enough for it has one thing above the other", () => {
  expect(roomOf(1366, 650, 1)).toBe("wide");
  expect(roomOf(1920, 1080, 1)).toBe("");
  expect(roomOf(800, 900, 1)).toBe("medium");
});
