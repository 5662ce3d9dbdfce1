import { expect, test } from "vitest";
import { ITEMS, MEDALS, WEAPONS } from "../../shared/content/index.ts";
import { GOAL_SOUNDS, itemSound, medalSound, pickedSound, weaponSounds } from "./contentSounds.ts";
import { CUE_KINDS } from "./ears/cueKinds.ts";
import { SOUND_KEYS } from "./recipes/index.ts";

test("every weapon has a shot of its own, and says what its rule does", () => {
  const shots = WEAPONS.map(({ id }) => weaponSounds(id).shot);
  expect(new Set(shots).size).toBe(WEAPONS.length);
  for (const weapon of WEAPONS) {
    const { charge, armed, triggered, blast } = weaponSounds(weapon.id);
    expect(charge !== null, weapon.key).toBe(weapon.chargeTicks > 0);
    expect(blast !== null, weapon.key).toBe("blast" in weapon);
    expect(armed !== null && triggered !== null, weapon.key).toBe(weapon.kind === "mine");
  }
});

test("every item sounds like no other one, and a weapon the same from a rack and from the floor", () => {
  const said = ITEMS.map(({ kind }) => itemSound(kind));
  expect(new Set(said.map(({ sound, pitch }) => `${sound} ${pitch}`)).size).toBe(ITEMS.length);
  for (const { kind, gift } of ITEMS) {
    if (gift.kind !== "weapon") continue;
    const weapon = WEAPONS.find(({ key }) => key === gift.weapon)!;
    expect(pickedSound(weapon.id)).toEqual(itemSound(kind));
  }
});

test("every medal has bells of its own", () => {
  expect(new Set(MEDALS.map((_, place) => medalSound(place))).size).toBe(MEDALS.length);
});

test("what wins a goal sounds other than what loses it, where somebody wins", () => {
  const undecided = ["zoneMoved", "packetDropped", "packetReturned"];
  for (const [goal, { gain, loss }] of Object.entries(GOAL_SOUNDS))
    expect(gain === loss, goal).toBe(undecided.includes(goal));
});

test("no sound is there for nothing", () => {
  const things = [
    ...WEAPONS.flatMap(({ id }) => Object.values(weaponSounds(id))),
    ...ITEMS.map(({ kind }) => itemSound(kind).sound),
    ...MEDALS.map((_, place) => medalSound(place)),
    ...Object.values(GOAL_SOUNDS).flatMap(({ gain, loss }) => [gain, loss]),
  ];
  // What the world, the round, the link and the buttons say, by name.
  const named = [
    ...["hover", "press", "impactWall", "impactDrone", "grenadeBounce", "dash", "destroyed"],
    ...["hitSeen", "hitConfirmed", "kill", "hurt", "death", "platingBroken", "heartbeat", "overclockOver"],
    ...["reloadStart", "reloadDone", "dryTrigger", "weaponDrawn", "respawn"],
    ...["countdown", "go", "roundWon", "roundLost", "roundOver", "vote", "linkLost", "linkBack"],
  ];
  expect([...new Set([...things, ...named])].filter((key) => key !== null).sort()).toEqual(
    [...SOUND_KEYS].sort(),
  );
  expect(Object.keys(CUE_KINDS).sort()).toEqual([...SOUND_KEYS].sort());
});
