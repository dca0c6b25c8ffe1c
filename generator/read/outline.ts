import { pointerKeys } from "./json-pointer.js";

/** Where the nodes of a document stand in its text: a tree of offsets beside the tree of values. */
export interface OutlineNode {
  /** Where the value begins. */
  readonly start: number;
  /** Of an object's members and of an array's elements (by index). Absent for a scalar. */
  readonly children?: ReadonlyMap<string, OutlineChild> | undefined;
}

export interface OutlineChild {
  /** Where the key begins; for an element the same as its value. */
  readonly keyStart: number;
  readonly node: OutlineNode;
}

/** The offset of what a pointer names, or of its nearest ancestor that exists. */
export function findOffset(
  root: OutlineNode,
  pointer: string,
  at: "key" | "value",
): number {
  let node = root;
  let keyStart = root.start;
  for (const key of pointerKeys(pointer)) {
    const child = node.children?.get(key);
    if (child === undefined) return keyStart;
    node = child.node;
    keyStart = child.keyStart;
  }
  return at === "key" ? keyStart : node.start;
}
