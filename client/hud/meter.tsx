/** A bar that follows a signal by a transform alone: no layout, and no component drawn anew. */
import { effect, type ReadonlySignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";

/** @param value 0..1 */
export function Meter(props: { value: ReadonlySignal<number>; class?: string }) {
  const { value } = props;
  const fill = useRef<HTMLDivElement>(null);
  // Not useSignalEffect, which waits until after the next paint: the bar would lag behind its number.
  useLayoutEffect(
    () =>
      effect(() => {
        const share = Math.max(0, Math.min(1, value.value));
        if (fill.current !== null) fill.current.style.transform = `scaleX(${share})`;
      }),
    [value],
  );
  return (
    <div class={`meter ${props.class ?? ""}`}>
      <div class="meter-fill" ref={fill} />
    </div>
  );
}
