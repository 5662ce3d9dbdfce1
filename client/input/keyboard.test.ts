import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listenToKeyboard } from "./keyboard.ts";
import { createTestDesk, type Stands } from "./testing.ts";

class Element extends EventTarget {
  readonly isContentEditable = false;
}
class Field extends Element {}
class Button extends Element {}

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("HTMLElement", Element);
  vi.stubGlobal("HTMLInputElement", Field);
  vi.stubGlobal("HTMLTextAreaElement", class extends Element {});
  vi.stubGlobal("HTMLButtonElement", Button);
});
afterEach(() => vi.unstubAllGlobals());

function setUp(over: Partial<Stands> = {}) {
  const desk = createTestDesk(over);
  listenToKeyboard(desk.desk);
  /** @param fields of the event; its target, when it is not the page */
  const press = (code: string, key: string, fields: object = {}): Event => {
    const event = new Event("keydown", { cancelable: true });
    const besides = { repeat: false, ctrlKey: false, metaKey: false, altKey: false, target: window };
    for (const [name, value] of Object.entries({ code, key, ...besides, ...fields }))
      Object.defineProperty(event, name, { value });
    window.dispatchEvent(event);
    return event;
  };
  return { ...desk, press };
}

test("a question mark asks for help wherever it lies, and so does the key that is bound to it", () => {
  const { heard, press } = setUp();
  press("Slash", "?");
  press("Minus", "?");
  press("KeyH", "h");
  expect(heard).toEqual(["help", "help", "help"]);
});

test("a question mark whose key was given something else does that", () => {
  const { heard, press, settings } = setUp();
  settings.bindings.keys.value = { ...settings.bindings.keys.value, netGraph: ["Slash"] };
  press("Slash", "?");
  expect(heard).toEqual(["net graph"]);
});

test("nothing is asked by who types, nor while the game has no keyboard, nor with the keys of the browser", () => {
  const { heard, press, stands } = setUp();
  press("Slash", "?", { target: new Field() });
  press("Slash", "?", { ctrlKey: true });
  stands.active = false;
  press("Slash", "?");
  expect(heard).toEqual([]);
});
