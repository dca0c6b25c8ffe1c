import { createHash } from "node:crypto";

/**
 * The ids of one page but for those of fields. An id is made of ASCII letters, digits, `_`, `-` and `~`, begins with
 * a prefix of ours (so that it shadows no global of the page), is unique, and depends on nothing but the path it
 * stands for, unless two paths would give the same id.
 *
 * Fields have ids that are put together of the id of their outline, `-`, and the segments of the names that lead to
 * them, with `.` between (`~` before an alternative): no two can be the same, so that a page need not know them all.
 */
export class Anchors {
  readonly #taken = new Set<string>();

  /** The id for a path of names, for example `["body", "AreaCode"]` → `body-AreaCode`. The first is ours. */
  claim(path: readonly string[]): string {
    const plain = path.map(segmentOf).join("-");
    let id = plain;
    for (let round = 0; this.#taken.has(id); round++) {
      id = `${plain}-${digest(JSON.stringify([...path, round]))}`;
    }
    this.#taken.add(id);
    return id;
  }
}

/** A name as a part of an id: itself where it can be one, else what is readable of it, and a digest after `~`. */
export function segmentOf(name: string): string {
  if (/^\w(?:[\w-]{0,78}\w)?$/.test(name)) return name;
  const readable = name
    .replace(/[^\w]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return `${readable}~${digest(name)}`;
}

/** Gives each name of a list a segment that no other one has. */
export class Segments {
  readonly #taken = new Set<string>();

  claim(name: string): string {
    const plain = segmentOf(name);
    let segment = plain;
    for (let round = 2; this.#taken.has(segment); round++)
      segment = `${plain}~${round}`;
    this.#taken.add(segment);
    return segment;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
