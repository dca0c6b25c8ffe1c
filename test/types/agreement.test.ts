import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import { isValid } from "../model/evaluate.js";
import { withSchemas } from "../model/build.js";
import { data, schema } from "./agreement-arbitraries.js";
import { compileErrors } from "./compile.js";
import { makeTypes } from "./type-files.js";

/** JSON as the type of just that value; a type is not fresh, so that members more than are named are no fault. */
function typeText(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(typeText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${typeText(inner as JsonValue)}`,
  );
  return `{ ${members.join("; ")} }`;
}

test("what a schema takes, its type takes", () => {
  const schemas = fc.sample(schema, { numRuns: 400, seed: 11 });
  const samples = fc.sample(data, { numRuns: 400, seed: 12 });
  const {
    api,
    names: chosen,
    files,
  } = makeTypes(
    withSchemas(
      Object.fromEntries(schemas.map((one, index) => [`S${index}`, one])),
    ),
  );
  const lines: string[] = [];
  let pairs = 0;
  for (const [id, { schema: root, name: key }] of Object.entries(
    api.definitions,
  )) {
    const type = chosen.schemas.get(id)?.type;
    if (type === undefined) continue;
    const valid = samples.filter((value) =>
      isValid(root, value, api.definitions),
    );
    if (valid.length === 0) continue;
    lines.push(
      `import type { ${type.name} } from "./${type.module.replace(/\.ts$/, ".js")}";`,
    );
    valid.slice(0, 12).forEach((value) => {
      pairs++;
      lines.push(
        `export const ${key}v${pairs}: ${type.name} = null! as ${typeText(value)};`,
      );
    });
  }
  expect(pairs).toBeGreaterThan(1000);
  const errors = compileErrors(
    "agreement",
    new Map([...files, ["agree.ts", lines.join("\n")]]),
  );
  expect(errors.map((line) => withLine(line, lines))).toEqual([]);
});

/** A message with the line of the program that it is about. */
function withLine(message: string, lines: readonly string[]): string {
  const line = /agree\.ts\((\d+),/.exec(message)?.[1];
  return line === undefined
    ? message
    : `${lines[Number(line) - 1]}\n${message}`;
}
