import { describe, expect, it } from "vitest";
import { createSettings, type Memory } from "./settings.ts";

/** A browser's memory, with what it holds. */
function memoryOf(text: string | null = null): Memory & { text: string | null } {
  const memory = {
    text,
    recall: () => memory.text,
    remember: (next: string) => {
      memory.text = next;
    },
  };
  return memory;
}

describe("settings", () => {
  it("begin with what their tables say", () => {
    const settings = createSettings(memoryOf());
    expect(settings.video.quality.value).toBe("auto");
    expect(settings.audio.master.value).toBe(80);
  });

  it("are remembered as they change, and only what differs", () => {
    const memory = memoryOf();
    const settings = createSettings(memory);
    settings.interface.scale.value = 120;
    expect(JSON.parse(memory.text ?? "")).toEqual({ crosswire: 1, interface: { scale: 120 } });
    settings.interface.scale.value = 100;
    expect(JSON.parse(memory.text ?? "")).toEqual({ crosswire: 1 });
  });

  it("come back on the next visit", () => {
    const memory = memoryOf();
    createSettings(memory).controls.moveSide.value = "right";
    expect(createSettings(memory).controls.moveSide.value).toBe("right");
  });

  it.each([
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[1]"],
    ["somebody else's", '{"volume":3}'],
  ])("refuse %s, and keep what they were", (_, text) => {
    const settings = createSettings(memoryOf());
    settings.audio.music.value = 10;
    expect(settings.imported(text)).toBe(false);
    expect(settings.audio.music.value).toBe(10);
  });

  it("take each allowed value of a text and the beginning for all others", () => {
    const settings = createSettings(memoryOf());
    settings.audio.music.value = 10;
    const text = {
      ...{ crosswire: 99, unknown: { a: 1 }, audio: { master: 33, effects: 1e9, interface: "loud" } },
      ...{ video: { quality: "ultra", damageNumbers: "yes" }, interface: 7 },
    };
    expect(settings.imported(JSON.stringify(text))).toBe(true);
    expect(settings.audio.master.value).toBe(35);
    expect(settings.audio.effects.value).toBe(100);
    expect(settings.audio.interface.value).toBe(80);
    expect(settings.audio.music.value).toBe(60);
    expect(settings.video.quality.value).toBe("auto");
    expect(settings.video.damageNumbers.value).toBe(true);
  });

  it("give out a text that another browser takes", () => {
    const one = createSettings(memoryOf());
    one.video.shake.value = 0;
    one.interface.palette.value = "tritan";
    const other = createSettings(memoryOf());
    expect(other.imported(one.exported())).toBe(true);
    expect(other.exported()).toBe(one.exported());
    other.reset();
    expect(other.video.shake.value).toBe(100);
  });
});
