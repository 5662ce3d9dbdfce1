import { beforeAll, describe, expect, it } from "vitest";
import { FakeContext, type FakeNode, stubWebAudio } from "../../../tests/fixtures/audio.ts";
import { Rank, type Wish } from "../mix/index.ts";
import type { PieceKey } from "../music/index.ts";
import type { SoundKey } from "../recipes/index.ts";
import { createEngine, type Engine } from "./engine.ts";
import { createJukebox, type Jukebox } from "./jukebox.ts";
import { createWakefulness } from "./wakefulness.ts";

beforeAll(stubWebAudio);

const BUFFER = { duration: 0.5 } as AudioBuffer;
const node = (audioNode: AudioNode): FakeNode => audioNode as unknown as FakeNode;

function aWish(changes: Partial<Wish> = {}): Wish {
  return { sound: "blast", rank: Rank.other, gain: 0.5, pan: 0.3, muffled: false, pitch: 1, ...changes };
}

function openEngine(): { context: FakeContext; engine: Engine } {
  const context = new FakeContext();
  const buffers = new Map<SoundKey, AudioBuffer>([
    ["blast", BUFFER],
    ["press", BUFFER],
  ]);
  return { context, engine: createEngine(context.asContext, buffers) };
}

describe("the engine", () => {
  it("plays a sound through its bus and the limiter, at its pitch, loudness and side", () => {
    const { context, engine } = openEngine();
    const started = engine.start(aWish({ pitch: 2 }));
    expect(started?.seconds).toBe(0.25);
    const source = context.last("buffer");
    expect(source.startedAt).toBe(0);
    expect(source.options).toMatchObject({ buffer: BUFFER, playbackRate: 2 });
    const way = context.reached(source);
    expect(way).toContain(node(engine.graph.effects));
    expect(way).not.toContain(node(engine.graph.interface));
    expect(way).toContain(context.last("threshold"));
    expect(way).toContain(context.destination);
    expect(context.last("pan").options.pan).toBe(0.3);
    engine.start(aWish({ sound: "press" }));
    expect(context.reached(context.last("buffer"))).toContain(node(engine.graph.interface));
  });

  it("takes the treble and some of the loudness of what is behind a wall, and of nothing else", () => {
    const { context, engine } = openEngine();
    engine.start(aWish());
    expect(context.nodes.some(({ options }) => "frequency" in options)).toBe(false);
    engine.start(aWish({ muffled: true }));
    const source = context.last("buffer");
    expect(context.reached(source)).toContain(context.last("frequency"));
    expect(context.last("gain").gain.value).toBeLessThan(0.5);
  });

  it("lets go of all nodes of a sound that has ended", () => {
    const { context, engine } = openEngine();
    const before = context.nodes.length;
    engine.start(aWish({ muffled: true }));
    expect(engine.playing).toBe(1);
    context.last("buffer").end();
    expect(engine.playing).toBe(0);
    for (const each of context.nodes.slice(before)) expect(each.outputs.size).toBe(0);
  });

  it("ends a sound early without a click", () => {
    const { context, engine } = openEngine();
    const started = engine.start(aWish());
    context.currentTime = 5;
    started?.stop();
    expect(context.last("gain").gain.value).toBe(0);
    expect(context.last("buffer").stoppedAt).toBeGreaterThan(5.01);
  });

  it.each(["suspended", "interrupted", "closed"])("keeps nothing for later while it is %s", (state) => {
    const { context, engine } = openEngine();
    context.state = state as AudioContextState;
    const before = context.nodes.length;
    expect(engine.start(aWish())).toBeNull();
    expect(context.nodes).toHaveLength(before);
  });

  it("plays nothing that has not been made yet", () => {
    const { engine } = openEngine();
    expect(engine.start(aWish({ sound: "dash" }))).toBeNull();
  });
});

describe("the graph", () => {
  it("has a volume for everything and one for each kind, felt evenly, and 0 is silence", () => {
    const { engine } = openEngine();
    const { graph } = engine;
    const gain = ({ effects, interface: buttons }: typeof graph): number[] =>
      [effects, buttons].map((bus) => node(bus).gain.value);
    graph.setVolumes({ master: 100, effects: 50, interface: 0, music: 100 });
    expect(gain(graph)).toEqual([0.25, 0]);
    const main = (): number[] =>
      [...node(graph.effects).outputs].flatMap((limiter) =>
        [...limiter.outputs].map((master) => master.gain.value),
      );
    const loud = main()[0]!;
    expect(loud).toBeGreaterThan(0.4);
    graph.setVolumes({ master: 0, effects: 50, interface: 0, music: 100 });
    expect(main()).toEqual([0]);
  });

  it("is silent for a page that nobody is at, whatever the volumes are", () => {
    const { context, engine } = openEngine();
    engine.graph.setPresence(0);
    const last = context.nodes.find(({ outputs }) => outputs.has(context.destination))!;
    expect(last.gain.value).toBe(0);
    engine.graph.setPresence(1);
    expect(last.gain.value).toBe(1);
  });

  it("lets the music step back by 6 dB, and come again", () => {
    const { context, engine } = openEngine();
    context.currentTime = 3;
    engine.graph.duck();
    expect(node(engine.graph.music).gain.asked).toEqual([
      { target: 0.5, at: 3 },
      { target: 1, at: 3.5 },
    ]);
  });
});

describe("the jukebox", () => {
  function openJukebox(): {
    context: FakeContext;
    jukebox: Jukebox;
    ordered: PieceKey[];
    sources: () => FakeNode[];
  } {
    const context = new FakeContext();
    const ordered: PieceKey[] = [];
    const bus = new GainNode(context.asContext);
    const jukebox = createJukebox(context.asContext, bus, (key) => void ordered.push(key));
    return {
      context,
      jukebox,
      ordered,
      sources: () => context.nodes.filter(({ options }) => "loop" in options),
    };
  }

  it("orders what is wanted, and plays it round and round once it is here", () => {
    const { jukebox, ordered, sources } = openJukebox();
    jukebox.want("menu");
    expect(ordered).toEqual(["menu"]);
    expect(sources()).toEqual([]);
    jukebox.stock("menu", BUFFER);
    expect(sources()).toMatchObject([{ startedAt: 0, options: { loop: true } }]);
    jukebox.want("menu");
    expect(sources()).toHaveLength(1);
  });

  it("does not begin what is not wanted any more", () => {
    const { jukebox, sources } = openJukebox();
    jukebox.want("menu");
    jukebox.want("hall");
    jukebox.stock("menu", BUFFER);
    expect(sources()).toEqual([]);
  });

  it("lets one piece go as another comes, and keeps nothing of it", () => {
    const { context, jukebox, ordered, sources } = openJukebox();
    for (const key of ["menu", "hall"] as const) jukebox.stock(key, BUFFER);
    jukebox.want("menu");
    jukebox.want("hall");
    expect(ordered).toEqual([]);
    const [menu, hall] = sources();
    expect(menu!.stoppedAt).toBeGreaterThan(0.5);
    expect(hall!.stoppedAt).toBeNull();
    const level = [...menu!.outputs][0]!;
    expect(level.gain.value).toBe(0);
    menu!.end();
    expect(menu!.outputs.size + level.outputs.size).toBe(0);
    jukebox.want(null);
    expect(hall!.stoppedAt).not.toBeNull();
    expect(
      context.nodes.filter(({ startedAt, stoppedAt }) => startedAt !== null && stoppedAt === null),
    ).toEqual([]);
  });
});

describe("a context", () => {
  function openSleeper(state: string) {
    const calls: string[] = [];
    const timers: (() => void)[] = [];
    const sleeper = {
      state,
      resume: async () => void calls.push("resume"),
      suspend: async () => void calls.push("suspend"),
    };
    const wakefulness = createWakefulness(sleeper, (call) => {
      timers.push(call);
      return () => void timers.splice(timers.indexOf(call), 1);
    });
    return { calls, timers, sleeper, wakefulness };
  }

  it.each(["suspended", "interrupted"])("that is %s is woken by a gesture", (state) => {
    const { calls, wakefulness } = openSleeper(state);
    wakefulness.nudge();
    expect(calls).toEqual(["resume"]);
  });

  it("that runs is let alone", () => {
    const { calls, wakefulness } = openSleeper("running");
    wakefulness.nudge();
    wakefulness.setWanted(true);
    expect(calls).toEqual([]);
  });

  it("may refuse to wake: the next gesture asks again", async () => {
    const { sleeper, wakefulness } = openSleeper("suspended");
    let asked = 0;
    sleeper.resume = async () => {
      asked += 1;
      throw new DOMException("not now", "NotAllowedError");
    };
    wakefulness.nudge();
    wakefulness.nudge();
    await Promise.resolve();
    expect(asked).toBe(2);
  });

  it("that nobody hears falls asleep after the fade, no gesture wakes it, and whoever is back does", () => {
    const { calls, timers, sleeper, wakefulness } = openSleeper("running");
    wakefulness.setWanted(false);
    expect(calls).toEqual([]);
    timers[0]!();
    expect(calls).toEqual(["suspend"]);
    sleeper.state = "suspended";
    wakefulness.nudge();
    expect(calls).toEqual(["suspend"]);
    wakefulness.setWanted(true);
    expect(calls).toEqual(["suspend", "resume"]);
  });

  it("stays awake when somebody is back within the fade", () => {
    const { timers, wakefulness } = openSleeper("running");
    wakefulness.setWanted(false);
    wakefulness.setWanted(true);
    expect(timers).toEqual([]);
  });
});
