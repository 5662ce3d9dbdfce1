/** A modal overlay over the game: the browser keeps the focus inside and gives it back afterwards. */
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import "../style/dialog.css";

/** A dialog that opens under hammering fingers ignores their keys for a moment, in ms. */
const DEAF_MS = 450;

export function Dialog(props: {
  heading: string;
  class?: string;
  /** What Escape does; without it Escape does nothing. */
  onEscape?: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const openedAt = useRef(0);
  const headingId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    openedAt.current = performance.now();
    element?.showModal();
    return () => element?.close();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    // The keys of the game wait outside.
    event.stopPropagation();
    if (event.code === "Escape") {
      event.preventDefault();
      props.onEscape?.();
    } else if (
      performance.now() - openedAt.current < DEAF_MS &&
      (event.code === "Space" || event.code === "Enter")
    ) {
      event.preventDefault();
    }
  }

  /** Escape while nothing inside has the focus, such as after a click on plain text. */
  function onCancel(event: Event): void {
    event.preventDefault();
    props.onEscape?.();
  }

  return (
    <dialog
      ref={dialog}
      class={`dialog ${props.class ?? ""}`}
      aria-labelledby={headingId}
      onKeyDown={onKeyDown}
      onCancel={onCancel}
    >
      <h2 id={headingId}>{props.heading}</h2>
      {props.children}
    </dialog>
  );
}
