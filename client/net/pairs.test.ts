import { describe, expect, it } from "vitest";
import { pairCommands } from "./pairs.ts";

const INPUT = 0x13;
const TIMED_INPUT = 0x93;
const MESSAGE = 0x0d;

function open() {
  const sent: number[][] = [];
  const connection = { send: (data: Uint8Array) => void sent.push([...data]) };
  const pairs = pairCommands(connection);
  return { sent, pairs, send: (...bytes: number[]) => connection.send(Uint8Array.from(bytes)) };
}

describe("the commands of two ticks", () => {
  it("travel in one frame, in their order", () => {
    const { sent, send } = open();
    send(INPUT, 0x80, 1);
    expect(sent).toEqual([]);
    send(TIMED_INPUT, 9, 0x80, 2);
    send(INPUT);
    send(INPUT, 0x83, 1);
    expect(sent).toEqual([
      [INPUT, 0x80, 1, TIMED_INPUT, 9, 0x80, 2],
      [INPUT, INPUT, 0x83, 1],
    ]);
  });

  it("keep what they were when the SDK writes the next one into the same memory", () => {
    const sent: number[][] = [];
    const connection = { send: (data: Uint8Array) => void sent.push([...data]) };
    pairCommands(connection);
    const memory = Uint8Array.of(INPUT, 0x80, 1);
    connection.send(memory);
    memory[2] = 2;
    connection.send(memory);
    expect(sent).toEqual([[INPUT, 0x80, 1, INPUT, 0x80, 2]]);
  });

  it("are not overtaken by a message, which waits for nothing", () => {
    const { sent, send } = open();
    send(INPUT, 0x80, 1);
    send(MESSAGE, 5);
    expect(sent).toEqual([
      [INPUT, 0x80, 1],
      [MESSAGE, 5],
    ]);
  });

  it("go alone when no second one comes", () => {
    const { sent, send, pairs } = open();
    send(INPUT, 0x80, 1);
    for (let i = 0; i < 3; i++) pairs.frame();
    expect(sent).toEqual([]);
    pairs.frame();
    expect(sent).toEqual([[INPUT, 0x80, 1]]);
    for (let i = 0; i < 9; i++) pairs.frame();
    expect(sent).toHaveLength(1);
  });

  it("of a connection that is over are not sent on the next", () => {
    const { sent, send, pairs } = open();
    send(INPUT, 0x80, 1);
    pairs.reset();
    send(INPUT, 0x80, 2);
    send(INPUT, 0x80, 3);
    expect(sent).toEqual([[INPUT, 0x80, 2, INPUT, 0x80, 3]]);
  });
});
