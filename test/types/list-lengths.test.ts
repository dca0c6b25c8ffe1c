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
