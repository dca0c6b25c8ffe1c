import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import { isValid } from "../model/evaluate.js";
import { withSchemas } from "../model/build.js";
import { data, names, schema } from "./agreement-arbitraries.js";
import { compileErrors } from "./compile.js";
import { makeTypes } from "./type-files.js";

/**
 * JSON as the type of just that value; a type is not fresh, so that members more than are named are no fault.
 * @param absent members that are named where the value has none
 */
function typeText(value: JsonValue, absent: readonly string[] = []): string {
  if (Array.isArray(value)) {
    return `[${value.map((item: JsonValue) => typeText(item, absent)).join(", ")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, inner]) =>
      `${JSON.stringify(key)}: ${typeText(inner as JsonValue, absent)}`,
  );
  const missing = absent
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => `${key}?: undefined`);
  return `{ ${[...members, ...missing].join("; ")} }`;
}

/**
 * TypeScript refuses an object that has none of the optional members of a type, though the type takes objects without
 * members and with others (TS2559): such a value fits if it says that the members are absent.
 */
const fits =
  "type Fits<Value, Padded, Type> = Value extends Type ? true : Padded extends Type ? true : false;";

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
  const lines: string[] = [fits];
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
        `export const ${key}v${pairs}: Fits<${typeText(value)}, ${typeText(value, names)}, ${type.name}> = true;`,
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
