import type { Page } from "playwright-core";

/** Buttons of the standard mapping. */
export const PAD = {
  ...{ a: 0, b: 1, x: 2, y: 3, lb: 4, rb: 5, rt: 7, menu: 9 },
  ...{ up: 12, down: 13, left: 14, right: 15 },
} as const;

/** What the stubbed pad reports: buttons that are held, and the axes of both sticks. */
interface Held {
  readonly buttons: Set<number>;
  axes: number[];
  plugged: boolean;
}

type WithPad = Window & { held?: Held };

/** Plugs in a gamepad that does what `press` and `push` say. */
export function plugPad(page: Page, mapping: GamepadMappingType = "standard"): Promise<void> {
  return page.evaluate((layout) => {
    const held: Held = { buttons: new Set(), axes: [0, 0, 0, 0], plugged: true };
    (window as WithPad).held = held;
    const button = (_: unknown, i: number) => {
      const pressed = held.buttons.has(i);
      return { pressed, touched: pressed, value: pressed ? 1 : 0 };
    };
    const pad = () => ({
      ...{ id: "Pad of this test", index: 0, connected: true, mapping: layout, axes: held.axes },
      buttons: Array.from({ length: 17 }, button),
    });
    Object.assign(navigator, { getGamepads: () => (held.plugged ? [pad()] : [null]) });
    window.dispatchEvent(new Event("gamepadconnected"));
  }, mapping);
}

/** Pulls it out. */
export function pullPad(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { held } = window as WithPad;
    if (held !== undefined) held.plugged = false;
    window.dispatchEvent(new Event("gamepaddisconnected"));
  });
}

/** Waits until the page has looked at its gamepad for sure. */
function frames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** Holds a button, or lets it go. */
export async function hold(page: Page, button: number, down: boolean): Promise<void> {
  await page.evaluate(
    ([number, on]) => {
      const buttons = (window as WithPad).held?.buttons;
      if (on) buttons?.add(number);
      else buttons?.delete(number);
    },
    [button, down] as const,
  );
  await frames(page);
}

/** Presses a button and lets it go. */
export async function press(page: Page, button: number): Promise<void> {
  await hold(page, button, true);
  await hold(page, button, false);
}

/** Pushes the sticks: left x and y, right x and y. */
export async function push(page: Page, axes: readonly [number, number, number, number]): Promise<void> {
  await page.evaluate((next) => {
    const { held } = window as WithPad;
    if (held !== undefined) held.axes = [...next];
  }, axes);
  await frames(page);
}
