import { expect, test } from "vitest";
import { capOf, familyOf, padCapOf } from "./caps.ts";

test.each([
  ["KeyW", "W"],
  ["Digit3", "3"],
  ["Numpad3", "Num 3"],
  ["NumpadAdd", "Num +"],
  ["ShiftLeft", "Shift"],
  ["ArrowUp", "↑"],
  ["Escape", "Esc"],
  ["F2", "F2"],
  ["Enter", "Enter"],
])("the key %s is called %s", (code, text) => {
  expect(capOf(code)).toEqual({ text });
});

test("keys are called what is printed on them", () => {
  const french = new Map([
    ["KeyW", "z"],
    ["Digit1", "&"],
    ["BracketLeft", ""],
  ]);
  expect(capOf("KeyW", french)).toEqual({ text: "Z" });
  expect(capOf("Digit1", french)).toEqual({ text: "&" });
  expect(capOf("BracketLeft", french)).toEqual({ text: "[" });
});

test("what has a name in every language gets a word", () => {
  expect(capOf("Space", new Map([["Space", " "]]))).toEqual({ word: "space" });
  expect(capOf("Mouse2")).toEqual({ word: "mouseRight" });
  expect(capOf("WheelDown")).toEqual({ word: "wheelDown" });
});

test("gamepad buttons are called what their maker prints on them", () => {
  const sony = familyOf({
    id: "DualSense Wireless Controller (STANDARD GAMEPAD Vendor: 054c Product: 0ce6)",
  });
  expect([0, 4, 9, 12, 16].map((n) => padCapOf(`Pad${n}`, sony))).toEqual([
    ...["✕", "L1", "Options", "D-pad ↑", "Home"],
  ]);
  expect(padCapOf("Pad7", familyOf({ id: "Xbox 360 Controller" }))).toBe("RT");
  expect(padCapOf("Pad0", familyOf(null))).toBe("A");
});
