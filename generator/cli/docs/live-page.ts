import { escapeHtml } from "../../emit/docs/text/escape-html.js";

/**
 * A page with what only this server has: the script that reloads it, and the address of the proxy
 * (`<meta name="docs-proxy">`), by which Try It knows that there is one. Pages that are built have nothing of it.
 */
export function livePage(html: string, base: string): string {
  const added = `<meta name="docs-proxy" content="${base}-/proxy">
<meta name="docs-base" content="${base}">
<link rel="stylesheet" href="${base}-/live.css">
<script src="${base}-/live.js" defer></script>
`;
  return html
    .replace(/<meta charset="utf-8">\n/u, (first) => first + added)
    .replace(policy, (whole, directives: string) =>
      directives.includes("connect-src")
        ? whole
        : whole.replace(directives, `${directives}; connect-src 'self'`),
    );
}

const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;

/** The page until the description has been read for the first time without an error. */
export function waitingPage(problems: readonly string[]): string {
  const lines = problems.map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No pages yet</title>
</head>
<body>
<main>
<h1>No pages yet</h1>
<p>This page reloads when the description can be read.</p>
<ul>
${lines.join("\n")}
</ul>
</main>
</body>
</html>
`;
}
