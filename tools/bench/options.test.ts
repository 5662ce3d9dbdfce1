import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

const KNOWN = ["sim", "wire", "memory"];

test("without a name all sections are measured, in the order of the page", () => {
  expect(readOptions([], KNOWN).sections).toEqual(KNOWN);
  expect(readOptions(["memory", "sim"], KNOWN).sections).toEqual(["sim", "memory"]);
});

test("an unknown section is refused with those that there are", () => {
  expect(() => readOptions(["wires"], KNOWN)).toThrow("sim, wire, memory, not wires");
});

test("figures of a quick run are not kept, and docs measures nothing", () => {
  expect(() => readOptions(["--quick", "--keep"], KNOWN)).toThrow("not with --quick");
  expect(() => readOptions(["docs", "sim"], KNOWN)).toThrow("docs stands alone");
  expect(readOptions(["docs"], KNOWN)).toMatchObject({ docs: true, sections: [] });
});
