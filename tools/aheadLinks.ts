/** Lets the browser fetch the game behind the menu as soon as it has the page, and not only when a script asks for it. */
import type { IndexHtmlTransformContext, Plugin } from "vite";

type Bundle = NonNullable<IndexHtmlTransformContext["bundle"]>;

/** Characters of code. Smaller files come in time when a script asks for them, and each link delays the first paint. */
const WORTH_A_LINK = 20_000;

/**
 * Large files of a module that is fetched later: its chunk, and those that the chunk imports.
 * @param module its source file
 * @throws Error when the build has no chunk for it: then it has become part of another one, and nothing would be fetched ahead
 */
export function filesOf(bundle: Bundle, module: string): string[] {
  const entry = Object.values(bundle).find(
    (output) => output.type === "chunk" && output.facadeModuleId?.replaceAll("\\", "/") === module,
  );
  if (entry === undefined) throw new Error(`no chunk of the build is that of ${module}`);
  const files = new Set([entry.fileName]);
  for (const file of files) {
    const output = bundle[file];
    if (output?.type === "chunk") for (const imported of output.imports) files.add(imported);
  }
  return [...files].filter((file) => {
    const output = bundle[file];
    return output?.type === "chunk" && output.code.length >= WORTH_A_LINK;
  });
}

/** After those that the page's own script needs, and before what a browser's look ahead stops at: a script to be run. */
const PLACE = /(?=<script>)|(?=<\/head>)/;

/**
 * Names a module's files in one page of a build.
 * @param page its file
 * @param module the module's source file, with slashes only
 */
export function aheadLinks(page: string, module: string): Plugin {
  return {
    name: "crosswire:ahead-links",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { filename, bundle }) {
        if (filename !== page || bundle === undefined) return html;
        const links = filesOf(bundle, module)
          .map((file) => `/${file}`)
          .filter((href) => !html.includes(`"${href}"`))
          .map((href) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="${href}">\n    `);
        return html.replace(PLACE, links.join(""));
      },
    },
  };
}
