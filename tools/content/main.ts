/** Writes docs/content.md: the tables of the content, as players and designers read them. */
import { writeFileSync } from "node:fs";
import { contentPage } from "./page.ts";

writeFileSync(new URL("../../docs/content.md", import.meta.url), contentPage());
console.log("docs/content.md");
