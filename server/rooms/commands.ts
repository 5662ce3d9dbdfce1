import type { InputAccessor } from "@colyseus/core";
import { TAU } from "../../shared/math/index.ts";
import { BUTTON_MASK, type Command, STEER_MAX } from "../../shared/sim/index.ts";
import type { InputState } from "../../shared/state/index.ts";
import type { CommandSource } from "../match/index.ts";
import { createInputTiming, type InputTiming, type TimingReport } from "./inputTiming.ts";
import { createPacer, type Pacer } from "./pacer.ts";

/** Brings a decoded input into its ranges, in place. Runs before anything else sees it. */
export function sanitizeInput(input: InputState): void {
  input.mx = inRange(input.mx, -STEER_MAX, STEER_MAX);
  input.my = inRange(input.my, -STEER_MAX, STEER_MAX);
  input.aim = inRange(input.aim, 0, TAU);
  input.buttons = inRange(input.buttons, 0, 0xff) & BUTTON_MASK;
  input.pick = inRange(input.pick, 0, 0xff);
}

function inRange(value: number, min: number, max: number): number {
  return value >= min ? Math.min(value, max) : min;
}

/** What commands are made of and who hears of them. */
export interface CommandDoors {
  /** The buffer of a player. */
  inputsOf(id: string): InputAccessor<InputState>;
  /** How far the server looks back for what a client claims to have seen at `renderTime`, in ms. */
  agoMs(id: string, renderTime: number): number;
  /** Told of every command that is taken, before the match has it. */
  hear(id: string, command: Readonly<Command>): void;
  /** Told, a few times a second, how a player's inputs come in. */
  tell(id: string, timing: TimingReport): void;
  /** Time in ms, of any origin. */
  now(): number;
}

/** The buffered inputs of people as the match takes them. */
export interface Commands extends CommandSource {
  /** Begins a player's pacing anew; for a join and a return. */
  open(id: string): void;
  close(id: string): void;
  /** An input has come in and been brought into its ranges; it is its client's own instance, the same each time. */
  received(input: InputState): void;
  /** The server has lost so many ticks: everybody may catch up on them. */
  grant(ticks: number): void;
}

interface Seat {
  readonly pacer: Pacer;
  readonly timing: InputTiming;
}

/** Joins Colyseus' input buffers with a pacer per player, and measures how their inputs come in. */
export function createCommands({ inputsOf, agoMs, hear, tell, now }: CommandDoors): Commands {
  const seats = new Map<string, Seat>();
  const timings = new WeakMap<InputState, InputTiming>();
  return {
    open(id) {
      const inputs = inputsOf(id);
      const timing = createInputTiming(inputs.consumedCount + inputs.size);
      if (inputs.latest !== undefined) timings.set(inputs.latest, timing);
      seats.set(id, { pacer: createPacer(), timing });
    },
    close(id) {
      seats.delete(id);
    },
    received(input) {
      timings.get(input)?.received(now());
    },
    grant(ticks) {
      for (const { pacer } of seats.values()) pacer.grant(ticks);
    },
    take(id, sink) {
      const seat = seats.get(id);
      if (seat === undefined) return;
      const { pacer, timing } = seat;
      const inputs = inputsOf(id);
      const spent = pacer.spend(inputs.size);
      for (let left = spent; left > 0; left--) {
        const input = inputs.next();
        if (input === undefined) return;
        hear(id, input);
        sink(input, inputs.consumedCount, agoMs(id, inputs.renderTime));
      }
      if (spent > 0) timing.taken(inputs.consumedCount, now());
      else timing.missed();
      const report = timing.report();
      if (report !== null) tell(id, report);
    },
  };
}
