/** The torture tools: `node tools/torture/main.ts hostile|chaos|soak`, each with options as numbers. */
import { chaos } from "./chaos.ts";
import { hostile } from "./hostile.ts";
import { OptionError } from "./options.ts";
import { soak } from "./soak.ts";

const TOOLS: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  chaos,
  hostile,
  soak,
};

const [name = "", ...args] = process.argv.slice(2);
const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
if (tool === undefined) {
  console.error(`There is no torture ${name}; there are ${Object.keys(TOOLS).join(", ")}.`);
  process.exit(2);
}
try {
  process.exit((await tool(args)) ? 0 : 1);
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  console.error(error.message);
  process.exit(2);
}
