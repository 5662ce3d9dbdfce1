/** Puts the menu into the built page, with all that its first paint needs: whoever opens it waits for one file only. */
import { fileURLToPath } from "node:url";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { build, type IndexHtmlTransformContext, type Plugin, runnerImport } from "vite";

const CLIENT = fileURLToPath(new URL("../client/", import.meta.url));

/** As vite.config.ts has it; that file itself would start the build anew. */
const JSX = { jsx: { runtime: "automatic" as const, importSource: "preact" } };

/** Replaces a text that is there exactly once; whatever would be left out silently is an error of the build. */
function replaceOnce(text: string, part: string, by: string): string {
  const [before, after, ...more] = text.split(part);
  if (after === undefined || more.length > 0) throw new Error(`the page has no single ${part}`);
  return before + by + after;
}

/** The menu as its own components draw it. */
export async function renderMenu(): Promise<string> {
  const { module } = await runnerImport<{ firstMarkup: () => VNode }>(`${CLIENT}app/firstMarkup.tsx`, {
    configFile: false,
    root: CLIENT,
    logLevel: "error",
    oxc: JSX,
  });
  return renderToString(module.firstMarkup());
}

/** The script of the head as one text. */
export async function bundleFirstScript(): Promise<string> {
  const built = await build({
    configFile: false,
    root: CLIENT,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: `${CLIENT}app/first.ts`, output: { format: "iife" } },
    },
  });
  if (!("output" in built)) throw new Error("the first script was not built");
  return built.output[0].code.trim();
}

/** What a build is about to write. */
export type Bundle = NonNullable<IndexHtmlTransformContext["bundle"]>;

/** What the page is filled with. */
export interface Filling {
  readonly menu: string;
  readonly script: string;
  /** The page's own style sheet. */
  readonly style: string;
}

const EMPTY_PAGE = '<div id="page"></div>';
const STYLE_LINK = /<link rel="stylesheet"[^>]* href="\/([^"]+\.css)">/;

/** The page with a filling; its style stands in the place of the link to it. */
export function fill(html: string, { menu, script, style }: Filling): string {
  const link = STYLE_LINK.exec(html)?.[0] ?? "<link>";
  const styled = replaceOnce(html, link, `<script>${script}</script>\n    <style>${style}</style>`);
  return replaceOnce(styled, EMPTY_PAGE, `<div id="page" class="first">${menu}</div>`);
}

/**
 * Takes a style sheet out of a bundle and returns it. Chunks that are fetched later must not name it any more: it would come a
 * second time, behind all others, and win over them.
 */
export function takeSheet(bundle: Bundle, file: string): string {
  const sheet = bundle[file];
  if (sheet?.type !== "asset") throw new Error(`the build has no style sheet ${file}`);
  for (const output of Object.values(bundle)) {
    if (output.type === "chunk") output.viteMetadata?.importedCss.delete(file);
  }
  delete bundle[file];
  return String(sheet.source).trim();
}

/** Fills one page of a build. While developing it stays empty: there the script paints it. @param page its file */
export function prerender(page: string): Plugin {
  return {
    name: "crosswire:prerender",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html, { filename, bundle }) {
        if (filename !== page) return html;
        const [menu, script] = await Promise.all([renderMenu(), bundleFirstScript()]);
        return fill(html, { menu, script, style: takeSheet(bundle ?? {}, STYLE_LINK.exec(html)?.[1] ?? "") });
      },
    },
  };
}
