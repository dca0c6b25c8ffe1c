import type { Node, ParsedNode } from "yaml";
import { loadYaml } from "./load-yaml.js";
import type { OutlineChild, OutlineNode } from "./outline.js";

/** The places of a YAML tree's values. What stands behind an alias is placed at its anchor. */
export function yamlOutline(root: ParsedNode): OutlineNode {
  const anchors = new Map<string, OutlineNode>();
  return outlineOf(root, anchors);
}

function outlineOf(
  node: Node | null,
  anchors: Map<string, OutlineNode>,
): OutlineNode {
  const { isAlias, isMap, isScalar, isSeq } = loadYaml();
  const start = node?.range?.[0] ?? 0;
  if (isAlias(node)) return { start, ...childrenOf(anchors.get(node.source)) };
  let outline: OutlineNode = { start };
  if (isMap(node)) {
    const children = new Map<string, OutlineChild>();
    const merged: OutlineNode[] = [];
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? pair.key : undefined;
      const keyStart = key?.range?.[0] ?? start;
      const child = outlineOf(pair.value as Node | null, anchors);
      const name = key?.type === "PLAIN" ? key.source : String(key?.value);
      if (name === "<<" && key?.type === "PLAIN") merged.push(child);
      children.set(name ?? "", {
        keyStart,
        node: isWritten(pair.value as Node | null)
          ? child
          : { start: keyStart },
      });
    }
    for (const source of merged) addMerged(children, source);
    outline = { start, children };
  } else if (isSeq(node)) {
    const children = new Map<string, OutlineChild>();
    node.items.forEach((item, index) => {
      const child = outlineOf(item as Node | null, anchors);
      children.set(String(index), { keyStart: child.start, node: child });
    });
    outline = { start, children };
  }
  if (node !== null && "anchor" in node && node.anchor !== undefined) {
    anchors.set(node.anchor, outline);
  }
  return outline;
}

function childrenOf(
  node: OutlineNode | undefined,
): Pick<OutlineNode, "children"> {
  return node?.children === undefined ? {} : { children: node.children };
}

/** A merged list's maps stand under its indexes; a merged map's members are taken as they are. */
function addMerged(
  children: Map<string, OutlineChild>,
  source: OutlineNode,
): void {
  for (const [key, child] of source.children ?? []) {
    if (
      /^\d+$/.test(key) &&
      child.node.children !== undefined &&
      !children.has(key)
    ) {
      addMerged(children, child.node);
    } else if (!children.has(key)) {
      children.set(key, child);
    }
  }
}

/** False for the null of an empty place, which is shown at its key. */
function isWritten(node: Node | null): boolean {
  return (
    node !== null &&
    !(loadYaml().isScalar(node) && node.source === "" && node.type === "PLAIN")
  );
}
