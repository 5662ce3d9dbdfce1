/** What page and worker say to each other. */
import type { PieceKey, Stereo } from "../music/index.ts";
import type { SoundKey } from "../recipes/index.ts";

/** All effects, or a piece of music. */
export type Order = { readonly what: "sounds" } | { readonly what: "piece"; readonly key: PieceKey };

/** `rate` in samples per second: only the worker knows the synthesis. */
export type Delivery =
  | {
      readonly what: "sound";
      readonly key: SoundKey;
      readonly rate: number;
      readonly samples: Float32Array<ArrayBuffer>;
    }
  /** A part of a piece, from the sample `at` on; `length` is that of the whole. Parts come in their order. */
  | {
      readonly what: "part";
      readonly key: PieceKey;
      readonly rate: number;
      readonly at: number;
      readonly length: number;
      readonly samples: Stereo;
    };
