/**
 * Colyseus 0.18.17 decodes each input into a schema instance, through setters that track changes for an encoder that does
 * not exist, and then clones the instance into the client's buffer: two thirds of what an input costs. Lean inputs are read
 * into plain objects, and the buffer is fed from a ring of them, so that an input allocates nothing.
 * leanInputs.test.ts fails once it is needless.
 *
 * For rooms whose inputs come in order and carry at most the time of the picture their player aimed at (rewind mode
 * "snapshot"): what server/ops/frameGuard.ts lets through.
 */
import type { Room } from "@colyseus/core";
import { decode } from "@colyseus/schema";
import { MODIFIER_TIMED } from "../../shared/inputFrames.ts";

/** How inputs of one kind are read; a plain object has the fields of the schema. */
export interface InputForm<I extends object> {
  create(): I;
  /** Reads what an input frame changes. @param offset of its first field */
  read(frame: Uint8Array, offset: number, into: I): void;
  copy(from: Readonly<I>, into: I): void;
}

/** Inputs beyond those that wait: one is in the hands of the step while another is written. */
const SPARE = 2;

/** As many inputs as have ever waited at once, and the spare ones: whoever says nothing has none. In the order of writing. */
interface Ring<I> {
  readonly inputs: I[];
  /** Place of the one that was written first, and is written next. */
  next: number;
}

/** The inputs of a client that wait, in lists beside one another. */
interface Waiting<I> {
  readonly _items: I[];
  readonly _renderTimes: number[];
  readonly _reckonTimes: number[];
  _head: number;
  push(input: I, renderTime: number, reckonTime: number): void;
  /** Called once all have been taken. */
  truncate(): void;
}

/** What Colyseus keeps of a client's inputs; not part of its typings. */
interface Inner<I> {
  _input: I;
  /** What would read frames into a schema. */
  _inputDecoder: object | undefined;
  _inputBuffer: Waiting<I>;
  _lastInputReceivedAt: number;
  _receivedInputCount: number | undefined;
  /** Where the time stamps stand: each frame tells the difference. */
  _reckonBaseline: number;
}

/** The part of a room that owns its inputs, as far as it is replaced. */
interface Controller<I> {
  readonly options: { readonly sanitize?: (input: I) => void };
  allocate(client: Inner<I>): void;
  decodeReliable(client: Inner<I>, frame: Buffer, at: { offset: number }, modifiers: number): void;
}

function popAll(list: unknown[]): void {
  while (list.length > 0) list.pop();
}

/** Lists whose length is set to 0 give their memory back, and ask for it anew with the next input; popped ones keep it. */
function keepMemory<I>(waiting: Waiting<I>): void {
  waiting.truncate = () => {
    popAll(waiting._items);
    popAll(waiting._renderTimes);
    popAll(waiting._reckonTimes);
    waiting._head = 0;
  };
}

/** The input to write now, which is in nobody's hands. */
function takeInput<I extends object>(ring: Ring<I>, waiting: number, form: InputForm<I>): I {
  const { inputs, next } = ring;
  if (inputs.length < waiting + SPARE) inputs.splice(next, 0, form.create());
  ring.next = (next + 1) % inputs.length;
  return inputs[next]!;
}

/** Replaces how a room takes its inputs in; to be called when it is created, after `defineInput`. */
export function takeLeanInputs<I extends object>(room: Room, form: InputForm<I>): void {
  const controller = (room as unknown as { _inputController: Controller<I> })._inputController;
  const rings = new WeakMap<Inner<I>, Ring<I>>();
  const { sanitize } = controller.options;
  const allocate = controller.allocate.bind(controller);

  controller.allocate = (client) => {
    allocate(client);
    client._input = form.create();
    client._inputDecoder = undefined;
    keepMemory(client._inputBuffer);
    rings.set(client, { inputs: [], next: 0 });
  };
  controller.decodeReliable = (client, frame, at, modifiers) => {
    const ring = rings.get(client);
    if (ring === undefined) return;
    let renderTime = 0;
    if ((modifiers & MODIFIER_TIMED) !== 0) {
      client._reckonBaseline += decode.number(frame, at);
      renderTime = client._reckonBaseline;
    }
    form.read(frame, at.offset, client._input);
    client._lastInputReceivedAt = performance.now();
    client._receivedInputCount = (client._receivedInputCount ?? 0) + 1;
    sanitize?.(client._input);
    const { _items: items, _head: head } = client._inputBuffer;
    const input = takeInput(ring, items.length - head, form);
    form.copy(client._input, input);
    client._inputBuffer.push(input, renderTime, 0);
  };
}
