import type { OutputFile } from "../code/file.js";
import { checkBase } from "../config/check-base.js";
import type { Emitter, Unit } from "./emitter.js";
import { docsUnits } from "./emitters.js";

/**
 * The pages alone, as a website: at the root of the output, with the page that a host shows for a path that it does not
 * have (`404.html`), and the file that keeps GitHub Pages from making pages of its own from the Markdown (`.nojekyll`).
 * @param base the path that the website is served under; the page for missing paths can have no relative links
 * @throws UsageError if the base is none
 */
export function siteEmitter({ base = "/" }: { base?: string }): Emitter {
  checkBase(base);
  return {
    name: "site",
    units: async (ids) => [
      ...(await docsUnits(ids)).map(atRoot),
      { name: "no Jekyll", emit: () => [text(".nojekyll", "")] },
      {
        name: "missing page",
        emit: () => [text("404.html", missingPage(base))],
      },
    ],
  };
}

/** A unit of pages whose files are at the root, not in `docs/`. */
function atRoot(unit: Unit): Unit {
  return {
    name: unit.name,
    emit: (context, tools) =>
      unit.emit(context, tools).map((file) => ({
        ...file,
        path: file.path.replace(/^docs\//, ""),
      })),
  };
}

function text(path: string, content: string): OutputFile {
  return { kind: "text", path, text: content, isFinal: true };
}

/** The base is a path of URL characters (`checkBase`), none of which HTML could take for its own. */
function missingPage(base: string): string {
  return `<!doctype html>
<html lang="en" data-root="${base}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No such page</title>
<link rel="stylesheet" href="${base}assets/style.css">
</head>
<body>
<main>
<h1>No such page</h1>
<p>The page has moved, or never was here. <a href="${base}index.html">All operations and schemas</a></p>
</main>
</body>
</html>
`;
}
