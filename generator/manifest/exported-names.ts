/**
 * The names that a finished module of the output exports: declarations in the layout of the format stage, each
 * `export` at the beginning of its line.
 */
export function exportedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(declared)) names.add(match[1] as string);
  for (const match of text.matchAll(listed)) {
    for (const item of (match[1] as string).split(",")) {
      const name = item.trim().replace(/^type /, "");
      if (name !== "") names.add(name);
    }
  }
  return names;
}

const declared =
  /^export (?:async )?(?:function\*? ?|const |interface |type )([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;

const listed = /^export (?:type )?\{([^}]*)\}/gm;
