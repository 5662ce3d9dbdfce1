import type { Speaker, Started, Wish } from "../mix/index.ts";
import { RECIPES, type SoundKey } from "../recipes/index.ts";
import { createGraph, type Graph } from "./graph.ts";

/** The browser's loudspeaker for wishes of the mixer. */
export interface Engine extends Speaker {
  readonly graph: Graph;
  /** Sounds whose nodes are there. */
  readonly playing: number;
}

/** Treble that a wall leaves, in Hz, and the loudness. */
const WALL = { hz: 620, gain: 0.7 } as const;
/** Seconds in which a sound that is stopped fades. */
const STOP_S = 0.03;

/**
 * @param context sounds only while it runs: what is wished meanwhile is not kept
 * @param buffers the sounds that have been made so far
 */
export function createEngine(context: BaseAudioContext, buffers: ReadonlyMap<SoundKey, AudioBuffer>): Engine {
  const graph = createGraph(context);
  let playing = 0;

  /** source -> wall -> gain -> pan -> bus; all of it is let go when the source has ended. */
  const start = ({ sound, gain, pan, muffled, pitch }: Wish, buffer: AudioBuffer): Started => {
    const source = new AudioBufferSourceNode(context, { buffer, playbackRate: pitch });
    const level = new GainNode(context, { gain: muffled ? gain * WALL.gain : gain });
    const panner = new StereoPannerNode(context, { pan });
    const nodes: AudioNode[] = [source];
    if (muffled) nodes.push(new BiquadFilterNode(context, { type: "lowpass", frequency: WALL.hz, Q: 0.5 }));
    nodes.push(level, panner);
    nodes.reduce((from, to) => from.connect(to)).connect(graph[RECIPES[sound].bus]);
    playing += 1;
    source.addEventListener("ended", () => {
      playing -= 1;
      for (const node of nodes) node.disconnect();
    });
    source.start();
    return {
      seconds: buffer.duration / pitch,
      stop() {
        const now = context.currentTime;
        level.gain.setTargetAtTime(0, now, STOP_S / 4);
        source.stop(now + STOP_S);
      },
    };
  };

  return {
    graph,
    get playing() {
      return playing;
    },
    start(wish) {
      const buffer = buffers.get(wish.sound);
      if (buffer === undefined || context.state !== "running") return null;
      return start(wish, buffer);
    },
  };
}
