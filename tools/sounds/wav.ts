/** A WAV file of 16 bits a sample: `channels` of one length, side by side. */
export function wavOf(channels: readonly Float32Array[], rate: number): Buffer {
  const length = channels[0]?.length ?? 0;
  const frame = channels.length * 2;
  const file = Buffer.alloc(44 + length * frame);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + length * frame, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(channels.length, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * frame, 28);
  file.writeUInt16LE(frame, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(length * frame, 40);
  channels.forEach((samples, channel) => {
    for (let i = 0; i < length; i++) {
      const sample = Math.max(-1, Math.min(1, samples[i]!));
      file.writeInt16LE(Math.round(sample * 32_767), 44 + i * frame + channel * 2);
    }
  });
  return file;
}
