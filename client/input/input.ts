/** The sampler: reads the devices and writes one command. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { angleTo } from "../../shared/math/index.ts";
import { Button, type Command, STEER_MAX } from "../../shared/sim/index.ts";
import type { Settings } from "../settings/index.ts";
import { Action, AIM_KEYS } from "./actions.ts";
import type { Desk, Device, PageKeys } from "./device.ts";
import { type Feel, shake } from "./feel.ts";
import { listenToGamepad } from "./gamepad.ts";
import { createKeyAim } from "./keyAim.ts";
import { listenToKeyboard } from "./keyboard.ts";
import { createLatch } from "./latch.ts";
import { listenToMouse } from "./mouse.ts";
import { createPicks, type Hand } from "./picks.ts";
import { steer, type Vector } from "./stick.ts";
import { listenToTouch } from "./touch.ts";
import { usedDevice } from "./usedDevice.ts";

export interface InputOptions extends Hand {
  /** What is asked of the page. `pause` is called while the input is active, and by a gamepad also while it is not. */
  readonly page: Omit<PageKeys, "scoreboard">;
  readonly settings: Pick<Settings, "controls" | "bindings">;
}

export interface Input {
  /** Writes what the player wants in the tick that is due; allocates nothing. */
  sample(command: Command): void;
  /**
   * Asks the devices that do not tell by themselves (gamepads), once a frame: in a stall no command is due, but menus
   * are still to be steered.
   */
  poll(): void;
  /**
   * What the same hands say while there is no drone to steer; once a frame then: 1 goes to the next player, -1 to the
   * previous one, 0 is nothing.
   */
  watchStep(): 1 | -1 | 0;
  /** Wants a weapon, by its id; nothing happens when it is not carried. */
  choose(weapon: number): void;
  /** Where the own drone is drawn, in css px of the window as pointer events count them: the mouse aims from there. */
  setAimOrigin(x: number, y: number): void;
  /** Where that is. */
  readonly aimOrigin: Readonly<Vector>;
  /** From the own drone to the pointer, in css px; null while the device has no pointer. The same object on every call. */
  lookAhead(): Vector | null;
  /** The device used last. */
  readonly device: ReadonlySignal<Device>;
  /** Whether a pointer aims; else keys or a stick do, and the aim is drawn. */
  readonly pointing: ReadonlySignal<boolean>;
  /** Lets the hands feel something, where they can. */
  feel(feel: Feel): void;
  /** Whether the scoreboard is held open. */
  readonly scoreboard: ReadonlySignal<boolean>;
  /** Off while an overlay has the keyboard: everything is let go and the commands stand still. */
  setActive(active: boolean): void;
  dispose(): void;
}

/** @param target fills the window; it gets the pointer events and the touch controls */
export function createInput(target: HTMLElement, options: InputOptions): Input {
  const { settings } = options;
  const latch = createLatch();
  const picks = createPicks(options);
  /** Actions that were held in the frame before. */
  let heldBefore = 0;
  const scoreboard = signal(false);
  const pointing = signal(true);
  let active = true;
  const desk: Desk = {
    latch,
    picks,
    settings,
    device: usedDevice,
    pointing,
    isActive: () => active,
    page: {
      ...options.page,
      scoreboard(shown) {
        scoreboard.value = shown;
      },
    },
  };

  const stopKeyboard = listenToKeyboard(desk);
  const mouse = listenToMouse(target, desk);
  const touch = listenToTouch(target, desk);
  const pad = listenToGamepad(desk);
  const origin: Vector = { x: target.clientWidth / 2, y: target.clientHeight / 2 };
  const look: Vector = { x: 0, y: 0 };
  const keyAim = createKeyAim();
  let aim = 0;

  function letGo(): void {
    mouse.clear();
    touch.clear();
    pad.clear();
    latch.clear();
    scoreboard.value = false;
    options.page.map(false);
  }

  function onVisibility(): void {
    if (document.hidden) letGo();
  }

  function readAim(held: number): void {
    const used = usedDevice.peek();
    if (used === "desktop") {
      if ((held & AIM_KEYS) !== 0) pointing.value = false;
      aim = pointing.peek()
        ? angleTo(mouse.at.x - origin.x, mouse.at.y - origin.y)
        : keyAim.turn(held, aim, settings.controls.keyAimSpeed.peek() / 100);
      return;
    }
    const stick = used === "touch" ? touch.aim : pad.aim;
    // A stick at rest points nowhere: the weapon stays where it was.
    if (stick.x !== 0 || stick.y !== 0) aim = angleTo(stick.x, stick.y);
  }

  /** The stick of the device in use; keys and buttons steer while it rests. */
  function readSteering(held: number, command: Command): void {
    const used = usedDevice.peek();
    const stick = used === "touch" ? touch.move : used === "gamepad" ? pad.move : null;
    if (stick !== null && (stick.x !== 0 || stick.y !== 0)) {
      command.mx = steer(stick.x);
      command.my = steer(stick.y);
      return;
    }
    command.mx = (((held & Action.right) !== 0 ? 1 : 0) - ((held & Action.left) !== 0 ? 1 : 0)) * STEER_MAX;
    command.my = (((held & Action.down) !== 0 ? 1 : 0) - ((held & Action.up) !== 0 ? 1 : 0)) * STEER_MAX;
  }

  function sample(command: Command): void {
    pad.poll();
    command.mx = 0;
    command.my = 0;
    command.buttons = 0;
    command.pick = 0;
    command.aim = aim;
    if (!active) return;
    const held = latch.take();
    heldBefore = held;
    readAim(held);
    command.aim = aim;
    readSteering(held, command);
    if (held & Action.fire) command.buttons |= Button.fire;
    if (held & Action.dash) command.buttons |= Button.dash;
    if (held & Action.reload) command.buttons |= Button.reload;
    command.pick = picks.take();
  }

  function watchStep(): 1 | -1 | 0 {
    pad.poll();
    const held = active ? latch.take() : 0;
    const pressed = held & ~heldBefore;
    heldBefore = held;
    if ((pressed & Action.watchNext) !== 0) return 1;
    return (pressed & Action.watchPrevious) !== 0 ? -1 : 0;
  }

  function lookAhead(): Vector | null {
    if (usedDevice.peek() !== "desktop" || !pointing.peek()) return null;
    look.x = mouse.at.x - origin.x;
    look.y = mouse.at.y - origin.y;
    return look;
  }

  window.addEventListener("blur", letGo);
  document.addEventListener("visibilitychange", onVisibility);
  return {
    sample,
    poll: pad.poll,
    watchStep,
    choose: picks.choose,
    lookAhead,
    aimOrigin: origin,
    device: usedDevice,
    pointing,
    scoreboard,
    feel(feel) {
      if (settings.controls.vibration.peek()) shake(feel, usedDevice.peek(), pad.pad);
    },
    setAimOrigin(x, y) {
      origin.x = x;
      origin.y = y;
    },
    setActive(next) {
      if (next === active) return;
      active = next;
      // Also at the beginning: the button that closed a dialog is still down.
      letGo();
    },
    dispose() {
      stopKeyboard();
      mouse.dispose();
      touch.dispose();
      pad.dispose();
      window.removeEventListener("blur", letGo);
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
}
