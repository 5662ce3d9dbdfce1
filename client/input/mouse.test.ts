import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Action } from "./actions.ts";
import { listenToMouse } from "./mouse.ts";
import { createTestDesk, type Stands } from "./testing.ts";

beforeEach(() => {
  vi.stubGlobal("window", Object.assign(new EventTarget(), { innerWidth: 800, innerHeight: 600 }));
});
afterEach(() => vi.unstubAllGlobals());

/** Bits of `PointerEvent.buttons`. */
const [LEFT, RIGHT, BACK] = [1, 2, 8];

function setUp(over: Partial<Stands> = {}) {
  const desk = createTestDesk(over);
  const target = Object.assign(new EventTarget(), { setPointerCapture: () => {} });
  const mouse = listenToMouse(target as unknown as HTMLElement, desk.desk);
  const send = (to: EventTarget, type: string, fields: object): Event => {
    const event = new Event(type, { cancelable: true });
    // The time of a made event is that of its making; the wheel looks at it.
    for (const [name, value] of Object.entries(fields)) Object.defineProperty(event, name, { value });
    to.dispatchEvent(event);
    return event;
  };
  const at = { pointerType: "mouse", pointerId: 1, clientX: 10, clientY: 20 };
  return {
    ...desk,
    mouse,
    down: (buttons: number) => send(target, "pointerdown", { ...at, buttons }),
    move: (buttons: number, over: object = {}) => send(window, "pointermove", { ...at, ...over, buttons }),
    up: (buttons: number) => send(window, "pointerup", { ...at, buttons }),
    lose: () => send(target, "lostpointercapture", at),
    wheel: (deltaY: number, timeStamp: number) => send(target, "wheel", { deltaY, deltaMode: 0, timeStamp }),
    press: (button: number) => send(target, "mousedown", { button }),
  };
}

test("the left button fires from press to release", () => {
  const { latch, down, up } = setUp();
  down(LEFT);
  expect(latch.take() & Action.fire).toBe(Action.fire);
  up(0);
  expect(latch.take()).toBe(0);
});

test("each button does what it is bound to, also one that comes while another is held", () => {
  const { latch, settings, down, move, heard } = setUp();
  settings.bindings.keys.value = {
    ...settings.bindings.keys.value,
    ...{ dash: ["Mouse2"], lastWeapon: ["Mouse3"], watchPrevious: [], watchNext: [] },
  };
  down(LEFT);
  move(LEFT | RIGHT);
  expect(latch.take()).toBe(Action.fire | Action.dash);
  move(LEFT | BACK);
  expect(latch.take()).toBe(Action.fire);
  expect(heard).toEqual(["last weapon"]);
});

test("a drag that began on a button of the page is no trigger", () => {
  const { latch, move } = setUp();
  move(LEFT);
  expect(latch.take()).toBe(0);
});

test.each(["the window loses the keyboard", "the pointer is lost"])("nothing is stuck when %s", (how) => {
  const { latch, mouse, down, move, lose } = setUp();
  down(LEFT);
  latch.take();
  if (how === "the pointer is lost") lose();
  else mouse.clear();
  expect(latch.take()).toBe(0);
  // Still down in the hand, but not pressed anew.
  move(LEFT);
  expect(latch.take()).toBe(0);
  move(0);
  down(LEFT);
  expect(latch.take() & Action.fire).toBe(Action.fire);
});

test("the wheel goes through the weapons one by one, however far a flick turns it", () => {
  const { heard, wheel } = setUp();
  wheel(100, 1000);
  wheel(100, 1040);
  wheel(-20, 2000);
  wheel(-20, 2010);
  wheel(-20, 2020);
  expect(heard).toEqual(["weapon 1", "weapon -1"]);
});

test("a wheel that fires fires once a notch", () => {
  const { latch, settings, wheel } = setUp();
  settings.bindings.keys.value = { ...settings.bindings.keys.value, fire: ["WheelUp"], previousWeapon: [] };
  wheel(-100, 1000);
  expect(latch.take()).toBe(Action.fire);
  expect(latch.take()).toBe(0);
});

test("the side buttons do not leave the page while it is played", () => {
  const { stands, press } = setUp();
  expect(press(3).defaultPrevented).toBe(true);
  stands.active = false;
  expect(press(3).defaultPrevented).toBe(false);
});

test("a hand that trembles does not take the aim from the keys; one that moves does", () => {
  const { desk, move } = setUp();
  move(0);
  desk.pointing.value = false;
  desk.device.value = "gamepad";
  move(0, { clientX: 11 });
  expect([desk.pointing.value, desk.device.value]).toEqual([false, "gamepad"]);
  move(0, { clientX: 60 });
  expect([desk.pointing.value, desk.device.value]).toEqual([true, "desktop"]);
});
