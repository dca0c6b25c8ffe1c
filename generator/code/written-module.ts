/**
 * The files that a module of the output is written to: itself, or its JavaScript and its declarations. Paths from the
 * output's root.
 * @param module path that ends in `.ts`
 */
export function writtenModule(
  module: string,
  emit: "ts" | "js",
): { readonly code: string; readonly types: string } {
  if (emit === "ts") return { code: module, types: module };
  const base = module.replace(/\.ts$/, "");
  return { code: `${base}.js`, types: `${base}.d.ts` };
}

/** The module that a file was written from. */
export function moduleOf(path: string): string {
  return path.replace(/(?:\.d\.ts|\.js)$/, ".ts");
}
