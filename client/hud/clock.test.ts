import { expect, test } from "vitest";
import { minutesAndSeconds } from "./clock.ts";

test("clocks show minutes and two digits of seconds, and stop at zero", () => {
  expect([222, 60, 59, 9, 0, -3].map(minutesAndSeconds)).toEqual([
    "3:42",
    "1:00",
    "0:59",
    "0:09",
    "0:00",
    "0:00",
  ]);
});
