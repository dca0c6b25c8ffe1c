import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// A part of the build: removes the declarations that those of the library do not lead to.

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const needed = new Set<string>();

function follow(path: string): void {
  if (needed.has(path) || !existsSync(path)) return;
  needed.add(path);
  const specifiers = readFileSync(path, "utf8").matchAll(
    /(?:from |import\()"(\.{1,2}\/[^"]+)\.js"/g,
  );
  for (const [, specifier = ""] of specifiers)
    follow(join(dirname(path), `${specifier}.d.ts`));
}

follow(join(dist, "index.d.ts"));
follow(join(dist, "plugin/plugin.d.ts"));
for (const entry of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  const path = join(dist, entry);
  if (path.endsWith(".d.ts") && !needed.has(path)) rmSync(path);
}
