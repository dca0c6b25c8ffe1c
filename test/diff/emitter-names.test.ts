import { expect, test } from "vitest";
import { defineEmitter } from "../../generator/emit/emitter.js";
import { diff } from "../../generator/diff.js";
import { temporaryFolder } from "../front/temporary-folder.js";

const spec = (schemas: string) =>
  `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\ncomponents: { schemas: { ${schemas} } }\n`;

/** Reserves a name for each schema. */
const emitter = defineEmitter({
  name: "mocks",
  names: ({ api, names, reserve }) => {
    for (const id of Object.keys(api.definitions)) {
      const { type } = names.schemas.get(id) ?? {};
      if (type === undefined) continue;
      reserve(id, {
        name: `mock${type.name}`,
        module: `mocks/${type.name}.ts`,
      });
    }
  },
  units: () => [],
});

test("names that emitters reserve are compared", async () => {
  const cwd = temporaryFolder({
    "one.yaml": spec("A: { type: string }"),
    "two.yaml": spec("A: { type: string }, B: { type: number }"),
  });
  const kinds = async (old: string, fresh: string) => {
    const { result } = await diff(
      { spec: old, emitters: [emitter], cwd },
      { spec: fresh, emitters: [emitter], cwd },
    );
    return result?.changes
      .filter(({ kind }) => kind.startsWith("emitter-"))
      .map(({ kind, verdict, reason }) => `${verdict} ${kind}: ${reason}`);
  };
  expect(await kinds("one.yaml", "two.yaml")).toEqual([
    'minor emitter-export-added: Emitters export now: "mockB".',
  ]);
  expect(await kinds("two.yaml", "one.yaml")).toEqual([
    'major emitter-export-removed: Emitters no longer export: "mockB".',
  ]);
  expect(await kinds("one.yaml", "one.yaml")).toEqual([]);
});
