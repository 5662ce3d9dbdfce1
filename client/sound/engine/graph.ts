/** The way of every sound: its bus, the limiter, the main volume, the loudspeaker. */

/** The volumes that players set, in percent. */
export interface Volumes {
  readonly master: number;
  readonly effects: number;
  readonly interface: number;
  readonly music: number;
}

export interface Graph {
  readonly effects: GainNode;
  readonly interface: GainNode;
  /** Behind it the music steps back. */
  readonly music: GainNode;
  setVolumes(volumes: Volumes): void;
  /** All of it, softly: 0 is silence, 1 the volume that is set. */
  setPresence(share: number): void;
  /** The music steps back for a moment, and comes again. */
  duck(): void;
}

/** A fight may be loud, but nothing is cut off at the top. The knee is hard to the ear only in a crowd. */
const LIMITER = { threshold: -9, knee: 6, ratio: 12, attack: 0.002, release: 0.14 } as const;
/**
 * Browsers make up for what a compressor takes, by the 0.6th power of what it would take of full loudness (Web Audio
 * specification, "Computing the makeup gain"): Chromium plays all that is soft 1.546 times as loud through this one, which
 * is given back.
 */
const MADE_UP = 0.647;
/** Time constant in seconds in which a volume changes: no click, no wait. */
const SOFT_S = 0.02;
/** The music under pain: -6 dB for half a second. */
const DUCK = { gain: 0.5, downS: 0.03, holdS: 0.5, upS: 0.3 } as const;

/** A slider in percent as a gain: loudness is felt about as its square. */
export function gainOf(percent: number): number {
  return (percent / 100) ** 2;
}

/** Builds it once. */
export function createGraph(context: BaseAudioContext): Graph {
  const node = (to: AudioNode): GainNode => {
    const gain = new GainNode(context);
    gain.connect(to);
    return gain;
  };
  const presence = node(context.destination);
  const master = node(presence);
  const limiter = new DynamicsCompressorNode(context, LIMITER);
  limiter.connect(master);
  const effects = node(limiter);
  const buttons = node(limiter);
  const music = node(limiter);
  const ducked = node(music);
  const glide = ({ gain }: GainNode, to: number): void => {
    gain.setTargetAtTime(to, context.currentTime, SOFT_S);
  };
  return {
    effects,
    interface: buttons,
    music: ducked,
    setVolumes(volumes) {
      glide(master, gainOf(volumes.master) * MADE_UP);
      glide(effects, gainOf(volumes.effects));
      glide(buttons, gainOf(volumes.interface));
      glide(music, gainOf(volumes.music));
    },
    setPresence: (share) => glide(presence, share),
    duck() {
      const { gain } = ducked;
      const now = context.currentTime;
      gain.cancelScheduledValues(now);
      gain.setTargetAtTime(DUCK.gain, now, DUCK.downS);
      gain.setTargetAtTime(1, now + DUCK.holdS, DUCK.upS);
    },
  };
}
