import type { FormNode } from "../form-node.js";

/** Finds the node of a named schema; its script is loaded with the operation's. */
export type NodeOf = (id: string) => FormNode;
