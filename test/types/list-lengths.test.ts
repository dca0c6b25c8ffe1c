import { expect, test } from "vitest";
import type { OutputSettings } from "../../generator/config/config.js";
import { withSchemas } from "../model/build.js";
import { makeTypes } from "./type-files.js";

const list = { type: "array", items: { type: "string" } };
const document = withSchemas({
  Any: list,
  Some: { ...list, minItems: 1 },
  Few: { ...list, minItems: 2, maxItems: 4 },
  Pair: { ...list, minItems: 2, maxItems: 2 },
  Many: { ...list, minItems: 20, maxItems: 20 },
});

const types: Readonly<
  Record<OutputSettings["listLengths"], Readonly<Record<string, string>>>
> = {
  none: {
    any: "string[]",
    some: "string[]",
    few: "string[]",
    pair: "string[]",
    many: "string[]",
  },
  fixed: {
    any: "string[]",
    some: "string[]",
    few: "string[]",
    pair: "[string, string]",
    many: "string[]",
  },
  least: {
    any: "string[]",
    some: "[string, ...string[]]",
    few: "[string, string, ...string[]]",
    pair: "[string, string]",
    many: "string[]",
  },
};

test.each(["none", "fixed", "least"] as const)(
  "listLengths: %s",
  (listLengths) => {
    const { files } = makeTypes(document, { listLengths });
    for (const [name, type] of Object.entries(types[listLengths])) {
      expect(files.get(`types/${name}.ts`)).toContain(` = ${type};`);
    }
  },
);

test.each([
  ["fixed", { minItems: 2, maxItems: 2 }, ""],
  ["none", { minItems: 2, maxItems: 2 }, "Exactly 2 items."],
  ["fixed", { minItems: 20, maxItems: 20 }, "Exactly 20 items."],
  ["fixed", { minItems: 1 }, "At least 1 item."],
  ["least", { minItems: 1 }, ""],
  ["least", { minItems: 2, maxItems: 4 }, "At most 4 items."],
  ["fixed", { maxItems: 0 }, ""],
  ["fixed", { prefixItems: [{}], maxItems: 2 }, ""],
  ["fixed", { prefixItems: [{}], minItems: 2, maxItems: 20 }, "2 to 20 items."],
  [
    "fixed",
    { prefixItems: [{}], minItems: 1, maxItems: 20 },
    "At most 20 items.",
  ],
  ["fixed", { prefixItems: [{}], minItems: 1, items: false, maxItems: 20 }, ""],
] as const)(
  "listLengths: %s, words beside the type of a list with %j",
  (listLengths, bounds, words) => {
    const schema = { ...list, ...bounds };
    const { files } = makeTypes(
      withSchemas({
        Own: schema,
        Holder: { type: "object", properties: { member: schema } },
      }),
      { listLengths },
    );
    for (const path of ["types/own.ts", "types/holder.ts"]) {
      const text = files.get(path) ?? "";
      expect(/\/\*\* (.*items?\.) \*\//.exec(text)?.[1] ?? "").toBe(words);
    }
  },
);
