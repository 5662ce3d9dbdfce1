import { expect, test } from "vitest";
import { BINDINGS, type Bindings } from "../settings/index.ts";
import { bind, holdersOf, isChanged, resetAction } from "./rebind.ts";

const { fallback } = BINDINGS.keys;

test("a free key takes its slot", () => {
  expect(bind(fallback, "reload", 0, "KeyF").reload).toEqual(["KeyF"]);
  expect(bind(fallback, "reload", 1, "KeyF").reload).toEqual(["KeyR", "KeyF"]);
  expect(bind(fallback, "dash", 1, "KeyF").dash).toEqual(["Space", "KeyF"]);
});

test("a key that another action has is told of, and taken from it", () => {
  expect(holdersOf(fallback, "reload", "KeyE")).toEqual(["nextWeapon"]);
  const bound = bind(fallback, "reload", 0, "KeyE");
  expect(bound.reload).toEqual(["KeyE"]);
  expect(bound.nextWeapon).toEqual(["WheelDown"]);
});

test("watching and steering may share a key", () => {
  expect(holdersOf(fallback, "watchNext", "KeyR")).toEqual([]);
  expect(bind(fallback, "watchNext", 0, "KeyR").reload).toEqual(["KeyR"]);
});

test("the same key in the other slot moves, and in its own stays", () => {
  expect(bind(fallback, "dash", 0, "ShiftLeft").dash).toEqual(["ShiftLeft"]);
  expect(bind(fallback, "dash", 1, "Space").dash).toEqual(["Space"]);
  expect(bind(fallback, "dash", 0, "Space").dash).toEqual(["Space", "ShiftLeft"]);
});

test("an emptied slot lets the other one move up", () => {
  expect(bind(fallback, "dash", 0, null).dash).toEqual(["ShiftLeft"]);
  expect(bind(fallback, "reload", 0, null).reload).toEqual([]);
  expect(bind(fallback, "reload", 1, null).reload).toEqual(["KeyR"]);
});

test("one action goes back to its beginning, wherever its keys are now", () => {
  const stolen: Bindings = bind(bind(fallback, "reload", 0, "KeyE"), "reload", 1, "KeyF");
  expect(isChanged("keys", stolen, "nextWeapon")).toBe(true);
  const back = resetAction("keys", stolen, "nextWeapon");
  expect(back.nextWeapon).toEqual(["WheelDown", "KeyE"]);
  expect(back.reload).toEqual(["KeyF"]);
  expect(isChanged("keys", back, "nextWeapon")).toBe(false);
  expect(isChanged("keys", back, "reload")).toBe(true);
});
