import type { FormNode } from "../form-node.js";
import type { NodeOf } from "./node-of.js";

/** Whether a value looks like one of a node: enough to choose the option of an example. */
export function accepts(
  node: FormNode,
  value: unknown,
  nodeOf: NodeOf,
): boolean {
  if (value === null) return node.nullable === true;
  switch (node.kind) {
    case "string":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "const":
      return JSON.stringify(value) === JSON.stringify(node.value);
    case "choice":
      return node.values.some(
        (one) => JSON.stringify(one) === JSON.stringify(value),
      );
    case "file":
      return value instanceof Blob;
    case "list":
      return (
        Array.isArray(value) &&
        (value as unknown[]).every((item) => accepts(node.items, item, nodeOf))
      );
    case "json":
      return true;
    case "named":
      return accepts(nodeOf(node.id), value, nodeOf);
    case "union":
      return node.options.some((one) => accepts(one.node, value, nodeOf));
    case "object": {
      if (typeof value !== "object" || Array.isArray(value)) return false;
      const members = new Map(Object.entries(value));
      return node.fields.every((field) => {
        const member: unknown = members.get(field.name);
        if (member === undefined) return field.required !== true;
        const isTag =
          field.node.kind === "const" || field.node.kind === "choice";
        return !isTag || accepts(field.node, member, nodeOf);
      });
    }
  }
}
