// Printed by openapi-typescript: npm run print-forms. Do not edit.

/** Every form of types that the output has, with `$0`, `$1` and so on in the places of what differs. */
export const typeForms = {
  unknown: "unknown",
  never: "never",
  undefined: "undefined",
  null: "null",
  boolean: "boolean",
  number: "number",
  string: "string",
  union: "$0 | $1",
  intersection: "$0 & $1",
  parentheses: "($0)",
  array: "$0[]",
  emptyTuple: "[]",
  tuple: "[$0]",
  optionalElement: "$0?",
  restElement: "...$0[]",
  index: "[key: string]: $0;",
  member: "$0: $1;",
  "member documented": "$2$0: $1;",
  "member orUndefined": "$0: $1 | undefined;",
  "member orUndefined documented": "$2$0: $1 | undefined;",
  "optional member": "$0?: $1;",
  "optional member documented": "$2$0?: $1;",
  "optional member orUndefined": "$0?: $1 | undefined;",
  "optional member orUndefined documented": "$2$0?: $1 | undefined;",
} as const;
