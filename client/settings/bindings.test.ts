import { describe, expect, it } from "vitest";
import { WEAPONS } from "../../shared/content/index.ts";
import { ACTION_NAMES, ACTIONS, clash } from "./actions.ts";
import { type Bindings, bindings, refusalOf, SLOTS } from "./bindings.ts";
import { createSettings } from "./settings.ts";

/** Pairs of actions that have a code in common and may not. */
function conflicts(bound: Bindings): string[] {
  return ACTION_NAMES.flatMap((a) =>
    ACTION_NAMES.filter((b) => a < b && clash(a, b) && bound[a].some((code) => bound[b].includes(code))).map(
      (b) => `${a} ${b}`,
    ),
  );
}

describe.each(["keys", "pad"] as const)("the beginning of %s", (set) => {
  it("gives no code to two actions at once, and only codes that may be bound", () => {
    const { fallback } = bindings(set);
    expect(conflicts(fallback)).toEqual([]);
    const codes = ACTION_NAMES.flatMap((name) => fallback[name]);
    expect(codes.filter((code) => refusalOf(set, code) !== null)).toEqual([]);
    expect(ACTION_NAMES.filter((name) => fallback[name].length > SLOTS)).toEqual([]);
  });
});

it("every action has a key, and every weapon is drawn by the key of its number", () => {
  expect(ACTION_NAMES.filter((name) => ACTIONS[name].keys.length === 0)).toEqual([]);
  for (const { id, key } of WEAPONS) expect(ACTIONS[`draw-${key}`].keys).toContain(`Digit${id + 1}`);
});

describe("bindings from a text", () => {
  const { read, write, fallback } = bindings("keys");

  it("come back as they were, and only differences are stored", () => {
    const changed: Bindings = { ...fallback, reload: ["KeyF", "Mouse3"], help: [] };
    expect(write(changed)).toEqual({ reload: ["KeyF", "Mouse3"], help: [] });
    expect(read(write(changed))).toEqual(changed);
    expect(write(fallback)).toEqual({});
  });

  it.each([[null], [7], ["KeyW"], [["KeyW"]]])("are refused when they are %j", (value) => {
    expect(read(value)).toBeUndefined();
  });

  it("lose what is no code, what is reserved, what is twice and what is too much", () => {
    const bound = read({
      ...{ reload: ["F5", 3, "KeyF", "KeyF", "", "Pad3", "KeyG", "KeyJ"], fly: ["KeyY"] },
      ...{ dash: "Space", pause: ["Escape"] },
    });
    expect(bound?.reload).toEqual(["KeyF", "KeyG"]);
    expect(bound?.dash).toEqual(fallback.dash);
    expect(bound?.pause).toEqual([]);
    expect(bound).not.toHaveProperty("fly");
  });

  it("never give one key to two actions: what was chosen has it, whatever else begins with it", () => {
    const bound = read({ reload: ["KeyE", "KeyM"], scoreboard: ["KeyE"] });
    expect(bound?.reload).toEqual(["KeyE", "KeyM"]);
    expect(bound?.scoreboard).toEqual([]);
    expect(bound?.nextWeapon).toEqual(["WheelDown"]);
    expect(bound?.map).toEqual([]);
    expect(conflicts(bound!)).toEqual([]);
  });

  it("let watching share its keys with steering, for nobody does both", () => {
    expect(read({ watchNext: ["KeyR"] })?.watchNext).toEqual(["KeyR"]);
    expect(read({ watchNext: ["KeyR"] })?.reload).toEqual(["KeyR"]);
  });
});

it.each([
  ["Escape", "pause"],
  ["F5", "browser"],
  ["BrowserBack", "browser"],
  ["MetaLeft", "system"],
  ["ControlLeft", "modifier"],
  ["AltRight", "modifier"],
  ["", "unknown"],
  ["Unidentified", "unknown"],
  ["Pad3", "unknown"],
  ["Mouse7", "unknown"],
] as const)("the key %s is refused: %s", (code, why) => {
  expect(refusalOf("keys", code)).toBe(why);
});

it.each([
  "KeyA",
  "Digit0",
  "F2",
  "NumpadAdd",
  "Mouse4",
  "WheelUp",
  "IntlBackslash",
  "ShiftRight",
  "Backquote",
])("the key %s may be bound", (code) => expect(refusalOf("keys", code)).toBeNull());

it("the menu button of a gamepad is not for sale, and neither is a key", () => {
  expect(["Pad9", "KeyA", "Pad17", "Pad16"].map((code) => refusalOf("pad", code))).toEqual([
    ...["pause", "unknown", "unknown"],
    null,
  ]);
});

it("bindings travel with all other settings", () => {
  const memory = {
    text: "",
    recall: () => memory.text,
    remember(text: string) {
      memory.text = text;
    },
  };
  const one = createSettings(memory);
  one.bindings.keys.value = { ...one.bindings.keys.value, reload: ["KeyF"] };
  expect(JSON.parse(memory.text)).toEqual({ crosswire: 1, bindings: { keys: { reload: ["KeyF"] } } });
  const other = createSettings({ recall: () => null, remember: () => {} });
  expect(other.imported(one.exported())).toBe(true);
  expect(other.bindings.keys.value.reload).toEqual(["KeyF"]);
  expect(createSettings(memory).bindings.keys.value.reload).toEqual(["KeyF"]);
});
