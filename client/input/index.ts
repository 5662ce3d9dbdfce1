/** Devices become one command per tick. Keyboard and mouse, touch and gamepad; the one used last steers. */
export {
  type Cap,
  type CapWord,
  capOf,
  familyOf,
  type KeyLayout,
  type PadFamily,
  padCapOf,
  readKeyLayout,
} from "./caps.ts";
export type { Device } from "./device.ts";
export { HELP_MARK, isTextField } from "./helpKey.ts";
export { createInput, type Input, type InputOptions } from "./input.ts";
export { codeOfButton, travelOf } from "./mouse.ts";
export { createPadReader, PAD, type PadReader } from "./pads.ts";
export { bind, holdersOf, isChanged, resetAction } from "./rebind.ts";
export type { Vector } from "./stick.ts";
export { type PluggedPad, pluggedPad, usedDevice, watchDevice } from "./usedDevice.ts";
