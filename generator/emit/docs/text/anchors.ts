import { createHash } from "node:crypto";

/**
 * The ids of one page. An id is made of ASCII letters, digits, `_` and `-`, begins with a prefix of ours (so that
 * it shadows no global of the page), is unique, and depends on nothing but the path it stands for, unless two
 * paths would give the same id.
 */
export class Anchors {
  readonly #taken = new Set<string>();

  /** The id for a path of names, for example `["body", "AreaCode"]` → `body-AreaCode`. The first is ours. */
  claim(path: readonly string[]): string {
    const plain = path.map(segment).join("-");
    let id = plain;
    for (let round = 0; this.#taken.has(id); round++) {
      id = `${plain}-${digest(JSON.stringify([...path, round]))}`;
    }
    this.#taken.add(id);
    return id;
  }
}

function segment(name: string): string {
  if (/^\w(?:[\w-]{0,78}\w)?$/.test(name)) return name;
  const readable = name
    .replace(/[^\w]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  const suffix = digest(name);
  return readable === "" ? suffix : `${readable}-${suffix}`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
