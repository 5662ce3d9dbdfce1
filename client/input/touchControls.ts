/** What thumbs see: two sticks and the buttons. Looks and places are in client/style/touch.css. */
import type { Vector } from "./stick.ts";

/** A stick on the screen; places and ways in css px. */
export interface DrawnStick {
  /** Draws it held, with its knob so far from its middle. */
  show(middle: Readonly<Vector>, dx: number, dy: number): void;
  /** Whether it is far enough out to fire. */
  mark(firing: boolean): void;
  hide(): void;
  /** Where its middle stays while nobody holds it. */
  home(): Vector;
}

/** How players like it. */
export interface TouchLayout {
  /** 1 is the usual size. */
  readonly size: number;
  readonly moveSide: "left" | "right";
  /** Whether the sticks are always drawn, each in its corner. */
  readonly fixed: boolean;
}

/** Line drawings in a box of 24 by 24. */
const ICONS = {
  dash: "M5 5l7 7-7 7M12 5l7 7-7 7",
  weapon: "M4 9h13l-4-4M20 15H7l4 4",
  reload: "M18.6 10a7 7 0 1 0 .2 3.6M19 4.5V10h-5.5",
} as const;

export interface TouchControls {
  readonly move: DrawnStick;
  readonly aim: DrawnStick;
  onButton(name: keyof typeof ICONS, press: () => void, release: () => void): void;
  layOut(layout: TouchLayout): void;
  /** Draws no button as held. */
  release(): void;
  dispose(): void;
}

const SVG = "http://www.w3.org/2000/svg";

function drawStick(layer: HTMLElement, name: string): DrawnStick {
  // The place stays in its corner; the base is drawn there or where the thumb is.
  const place = document.createElement("div");
  place.className = `stick-place stick-place-${name}`;
  const base = document.createElement("div");
  base.className = `stick stick-${name}`;
  const knob = document.createElement("div");
  knob.className = "stick-knob";
  base.append(knob);
  place.append(base);
  layer.append(place);

  function home(): Vector {
    const { left, top, width, height } = place.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  let held = false;
  let from: Vector = { x: 0, y: 0 };
  return {
    home,
    show(middle, dx, dy) {
      if (!held) from = home();
      held = true;
      base.style.transform = `translate(${middle.x - from.x}px, ${middle.y - from.y}px)`;
      knob.style.transform = `translate(${dx}px, ${dy}px)`;
      base.classList.add("held");
    },
    mark(firing) {
      base.classList.toggle("firing", firing);
    },
    hide() {
      if (!held) return;
      held = false;
      base.style.transform = knob.style.transform = "";
      base.classList.remove("held", "firing");
    },
  };
}

function drawButton(layer: HTMLElement, icon: keyof typeof ICONS): HTMLElement {
  const button = document.createElement("div");
  button.className = `touch-button touch-${icon}`;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[icon]);
  svg.append(path);
  button.append(svg);
  layer.append(button);
  return button;
}

/** A button that answers on touch, not on release, and never passes the touch on to the sticks. */
function onPress(button: HTMLElement, press: () => void, release: () => void): void {
  const end = (): void => {
    button.classList.remove("held");
    release();
  };
  button.addEventListener("pointerdown", (event) => {
    event.stopPropagation();
    button.setPointerCapture(event.pointerId);
    button.classList.add("held");
    press();
  });
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"] as const)
    button.addEventListener(type, end);
}

/** Builds the layer into `parent`; style sheets show it only while touch is the device in use. */
export function createTouchControls(parent: HTMLElement): TouchControls {
  const layer = document.createElement("div");
  layer.className = "touch-layer";
  // Sticks and buttons have no words: they are no use to a screen reader, which has the keyboard.
  layer.setAttribute("aria-hidden", "true");
  parent.append(layer);
  const move = drawStick(layer, "move");
  const aim = drawStick(layer, "aim");
  const buttons = {
    dash: drawButton(layer, "dash"),
    weapon: drawButton(layer, "weapon"),
    reload: drawButton(layer, "reload"),
  };
  return {
    move,
    aim,
    onButton: (name, press, release) => onPress(buttons[name], press, release),
    layOut({ size, moveSide, fixed }) {
      layer.style.setProperty("--touch-size", String(size));
      layer.dataset.move = moveSide;
      layer.classList.toggle("fixed", fixed);
    },
    release() {
      for (const button of Object.values(buttons)) button.classList.remove("held");
    },
    dispose: () => layer.remove(),
  };
}
