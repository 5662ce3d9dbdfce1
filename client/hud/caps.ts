/** What is printed on the keys or buttons of an action, as it is bound now, on the device used last. */
import { signal } from "@preact/signals";
import type { WeaponKey } from "../../shared/content/index.ts";
import {
  type Cap,
  capOf,
  type KeyLayout,
  padCapOf,
  pluggedPad,
  readKeyLayout,
  usedDevice,
} from "../input/index.ts";
import { type ActionName, type BindingSet, type DrawAction, settings } from "../settings/index.ts";
import { t } from "../words/index.ts";

const layout = signal<KeyLayout | undefined>(undefined);
let asked = false;

/** The layout of the keyboard as far as it is known by now; asked for once. */
function knownLayout(): KeyLayout | undefined {
  if (!asked) {
    asked = true;
    void readKeyLayout().then((found) => {
      layout.value = found;
    });
  }
  return layout.value;
}

/** A cap in the language of the player. */
function say(cap: Cap): string {
  return "word" in cap ? t(`cap.${cap.word}`) : cap.text;
}

/** What is printed on the key or the button of a code. */
export function capOfCode(set: BindingSet, code: string): string {
  return set === "pad" ? padCapOf(code, pluggedPad.value?.family ?? "xbox") : say(capOf(code, knownLayout()));
}

/** The bindings that players of this device read about. */
export function setInUse(): BindingSet {
  return usedDevice.value === "gamepad" ? "pad" : "keys";
}

/** The caps of an action, each once; Shift and Shift are one to the eye. */
export function capsOf(action: ActionName, set: BindingSet = setInUse()): readonly string[] {
  const codes = settings.bindings[set].value[action];
  return [...new Set(codes.map((code) => capOfCode(set, code)))];
}

/** Whether an action draws a weapon, which has its name already. */
function isDraw(action: ActionName): action is DrawAction {
  return action.startsWith("draw-");
}

/** What an action is called. */
export function actionName(action: ActionName): string {
  if (!isDraw(action)) return t(`action.${action}`);
  return t(`weapon.${action.slice("draw-".length) as WeaponKey}`);
}

/** The sticks of a gamepad by what they do, as players call them. */
export function stickName(does: "move" | "aim"): string {
  const moves = settings.controls.moveSide.value;
  const isLeft = (moves === "left") === (does === "move");
  return t(isLeft ? "keys.leftStick" : "keys.rightStick");
}
