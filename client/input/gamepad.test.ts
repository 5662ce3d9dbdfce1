import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Action } from "./actions.ts";
import { listenToGamepad } from "./gamepad.ts";
import { PAD } from "./pads.ts";
import { createTestDesk, type Stands } from "./testing.ts";

/** The only pad; `down` are the numbers of its buttons that are held, `pulled` how far its analogue ones are. */
const pad = {
  connected: true,
  down: new Set<number>(),
  pulled: new Map<number, number>(),
  axes: [0, 0, 0, 0],
};

beforeEach(() => {
  Object.assign(pad, { connected: true, axes: [0, 0, 0, 0] });
  pad.down.clear();
  pad.pulled.clear();
  const plugged = () => ({
    ...{ index: 0, connected: pad.connected, axes: pad.axes },
    buttons: Array.from({ length: 17 }, (_, i) => ({
      pressed: pad.down.has(i) || (pad.pulled.get(i) ?? 0) > 0,
      value: pad.pulled.get(i) ?? 0,
    })),
  });
  vi.stubGlobal("navigator", { getGamepads: () => (pad.connected ? [null, plugged()] : [null, null]) });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterEach(() => vi.unstubAllGlobals());

function setUp(over: Partial<Stands> = {}) {
  const test = createTestDesk(over);
  const sticks = listenToGamepad(test.desk);
  const press = (...buttons: number[]): void => {
    pad.down = new Set(buttons);
    sticks.poll();
  };
  return { ...test, press, sticks };
}

test("buttons do what they are bound to, each once for as long as it is down", () => {
  const { desk, latch, heard, press } = setUp();
  for (let i = 0; i < 3; i++) press(PAD.right, PAD.a);
  expect(heard).toEqual(["weapon 1"]);
  expect(latch.take()).toBe(Action.dash | Action.watchNext);
  press();
  expect(latch.take()).toBe(0);
  expect(desk.device.value).toBe("gamepad");
});

test("other buttons do it after they were bound to it", () => {
  const { settings, latch, heard, press } = setUp();
  settings.bindings.pad.value = { ...settings.bindings.pad.value, fire: ["Pad1"], "draw-rail": ["Pad10"] };
  press(1, 10);
  expect(latch.take() & Action.fire).toBe(Action.fire);
  expect(heard).toEqual(["draw 3"]);
  press();
  press(PAD.rt);
  expect(latch.take()).toBe(0);
});

test("a trigger goes down when it is pulled far, and comes up only when it is nearly let go", () => {
  const { latch, sticks } = setUp();
  const fires = [0.1, 0.3, 0.5, 0.35, 0.3, 0.2, 0.3].map((pulled) => {
    pad.pulled.set(PAD.rt, pulled);
    sticks.poll();
    return latch.take() !== 0;
  });
  expect(fires).toEqual([false, false, true, true, true, false, false]);
});

test("sticks move and aim beyond their dead zone, and change places for the left-handed", () => {
  const { desk, settings, sticks } = setUp();
  pad.axes = [0.1, -0.1, 0, 0];
  sticks.poll();
  expect([sticks.move.x, sticks.move.y, desk.device.value]).toEqual([0, 0, "desktop"]);
  pad.axes = [1, 0, 0, -1];
  sticks.poll();
  expect([sticks.move.x, sticks.aim.y, desk.device.value]).toEqual([1, -1, "gamepad"]);
  settings.controls.moveSide.value = "right";
  sticks.poll();
  expect([sticks.move.y, sticks.aim.x]).toEqual([-1, 1]);
  settings.controls.stickDeadZone.value = 40;
  pad.axes = [0.39, 0, 0, 0];
  sticks.poll();
  expect(sticks.aim.x).toBe(0);
});

test("while there is a vote the D-pad and A are not for the drone, not even when it is over", () => {
  const { latch, heard, stands, press } = setUp({ menuOpen: true });
  press(PAD.right, PAD.a);
  stands.menuOpen = false;
  press(PAD.right, PAD.a);
  expect(heard).toEqual([]);
  expect(latch.take()).toBe(0);
});

test("the menu button pauses, and still does while a dialog has the keyboard; nothing else does", () => {
  const { heard, latch, press } = setUp({ active: false });
  press(PAD.up, PAD.a);
  press(PAD.menu);
  expect(heard).toEqual(["pause"]);
  expect(latch.take()).toBe(0);
});

test("the A that closed a dialog does not dash when the game goes on", () => {
  const { latch, stands, sticks, press } = setUp({ active: false });
  pad.down = new Set([PAD.a]);
  // The dialog heard of it before the game did.
  stands.active = true;
  sticks.clear();
  press(PAD.a);
  expect(latch.take()).toBe(0);
  press();
  press(PAD.a);
  expect(latch.take()).toBe(Action.dash);
});

test("what is held when the pad is pulled out is let go, and the page hears of it once", () => {
  const { desk, latch, heard, sticks, press } = setUp();
  pad.axes = [1, 0, 1, 0];
  press(PAD.rt, PAD.view);
  expect(latch.take()).toBe(Action.fire);
  pad.connected = false;
  sticks.poll();
  sticks.poll();
  window.dispatchEvent(new Event("gamepaddisconnected"));
  expect(latch.take()).toBe(0);
  expect([sticks.move.x, sticks.aim.x]).toEqual([0, 0]);
  expect(heard).toEqual(["scoreboard true", "scoreboard false", "lost"]);
  expect(desk.device.value).toBe("desktop");
});

test("a pad that comes back plays on", () => {
  const { latch, press, sticks } = setUp();
  press(PAD.a);
  pad.connected = false;
  sticks.poll();
  latch.take();
  pad.connected = true;
  pad.down.clear();
  window.dispatchEvent(new Event("gamepadconnected"));
  press(PAD.a);
  expect(latch.take()).toBe(Action.dash);
});

test("a pad that nobody uses may go without a word", () => {
  const { heard, sticks } = setUp();
  sticks.poll();
  pad.connected = false;
  sticks.poll();
  expect(heard).toEqual([]);
});
