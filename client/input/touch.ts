/** Thumbs on glass: a stick on each half, a tap that shoots, and a few buttons. */
import { effect } from "@preact/signals";
import { Action } from "./actions.ts";
import type { Desk } from "./device.ts";
import type { Vector } from "./stick.ts";
import { createThumbs } from "./thumbs.ts";
import { createTouchControls } from "./touchControls.ts";

/** Way of the thumb from the middle of a stick to full throw, in css px, at a size of 100 percent. */
const THROW_PX = 56;

/** While there is no drone to fire with, the next player is watched. */
const TRIGGER = Action.fire | Action.watchNext;

export interface Touch {
  /** Deflection of the stick that moves, at most 1 long. */
  readonly move: Readonly<Vector>;
  /** Deflection of the one that aims; zero while no thumb pushes it. */
  readonly aim: Readonly<Vector>;
  /** Lets both sticks and all buttons go. */
  clear(): void;
  dispose(): void;
}

export function listenToTouch(target: HTMLElement, desk: Desk): Touch {
  const { touchSize, touchSticks, moveSide, touchDeadZone } = desk.settings.controls;
  const controls = createTouchControls(target);
  let throwPx = THROW_PX;
  const thumbs = createThumbs(() => ({
    width: target.clientWidth,
    moveSide: moveSide.peek(),
    throwPx,
    deadZone: touchDeadZone.peek() / 100,
    home: (stick) => (touchSticks.peek() === "fixed" ? controls[stick].home() : null),
  }));

  function draw(): void {
    for (const name of ["move", "aim"] as const) {
      const { pointer, middle, push } = thumbs[name];
      if (pointer === null) controls[name].hide();
      else controls[name].show(middle, push.x * throwPx, push.y * throwPx);
    }
    controls.aim.mark(thumbs.firing);
    if (thumbs.firing) desk.latch.press("touch-aim", TRIGGER);
    else desk.latch.release("touch-aim");
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.pointerType !== "touch" || !desk.isActive()) return;
    desk.device.value = "touch";
    thumbs.land(event.pointerId, event.clientX, event.clientY, event.timeStamp);
    target.setPointerCapture(event.pointerId);
    draw();
  }

  function onPointerMove(event: PointerEvent): void {
    if (thumbs.roll(event.pointerId, event.clientX, event.clientY)) draw();
  }

  function onPointerUp(event: PointerEvent): void {
    if (thumbs.lift(event.pointerId, event.timeStamp)) {
      desk.latch.press("touch-tap", TRIGGER);
      desk.latch.release("touch-tap");
    }
    draw();
  }

  /** The system may take a finger away at any time, and an element that goes takes its fingers along. */
  function onPointerLost(event: PointerEvent): void {
    thumbs.cancel(event.pointerId);
    draw();
  }

  function clear(): void {
    thumbs.clear();
    controls.release();
    draw();
  }

  const whenActive =
    (act: () => void): (() => void) =>
    () => {
      if (!desk.isActive()) return;
      desk.device.value = "touch";
      act();
    };
  controls.onButton(
    "dash",
    whenActive(() => desk.latch.press("touch-dash", Action.dash)),
    () => desk.latch.release("touch-dash"),
  );
  controls.onButton(
    "reload",
    whenActive(() => desk.latch.press("touch-reload", Action.reload)),
    () => desk.latch.release("touch-reload"),
  );
  controls.onButton(
    "weapon",
    whenActive(() => desk.picks.step(1)),
    () => {},
  );

  const undo = new AbortController();
  const { signal } = undo;
  target.addEventListener("pointerdown", onPointerDown, { signal });
  target.addEventListener("pointermove", onPointerMove, { signal });
  target.addEventListener("pointerup", onPointerUp, { signal });
  target.addEventListener("pointercancel", onPointerLost, { signal });
  target.addEventListener("lostpointercapture", onPointerLost, { signal });
  // A turned phone has its halves elsewhere.
  window.addEventListener("resize", clear, { signal });
  const stopLayout = effect(() => {
    throwPx = (THROW_PX * touchSize.value) / 100;
    controls.layOut({
      size: touchSize.value / 100,
      moveSide: moveSide.value,
      fixed: touchSticks.value === "fixed",
    });
    thumbs.clear();
  });
  return {
    move: thumbs.move.push,
    aim: thumbs.aim.push,
    clear,
    dispose() {
      stopLayout();
      undo.abort();
      controls.dispose();
    },
  };
}
