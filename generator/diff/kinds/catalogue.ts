import { documentKinds } from "./document-kinds.js";
import type { KindEntry } from "./kind-entry.js";
import { operationKinds } from "./operation-kinds.js";
import { schemaKinds } from "./schema-kinds.js";
import { valueKinds } from "./value-kinds.js";

/** Every kind of change that `diff` can report, by its stable code. */
export const catalogue = {
  ...documentKinds,
  ...operationKinds,
  ...schemaKinds,
  ...valueKinds,
} as const satisfies Readonly<Record<string, KindEntry>>;

export type KindCode = keyof typeof catalogue;

export const kindCodes = Object.keys(catalogue) as readonly KindCode[];

/** True if a text is the code of a kind. */
export function isKindCode(code: string): code is KindCode {
  return Object.hasOwn(catalogue, code);
}
