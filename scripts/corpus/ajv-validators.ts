import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formatsOf from "ajv-formats";
import type { Description } from "../../generator/resolve/description.js";
import { uriOf } from "./json-schema/locations.js";
import { seenFrom, type Side } from "./json-schema/one-side.js";
import { inJsonSchema, ownReference } from "./json-schema/rewrite.js";

type Check = (value: unknown) => boolean;

/**
 * What ajv makes of a description itself, without anything of the generator but the reading of its files: a
 * function from the id of a schema to its check, undefined where ajv cannot compile it.
 * @param assertsFormats whether formats assert, as ajv-formats knows them
 * The check is by the letter, or for one side of the wire.
 */
export function ajvValidators(
  description: Description,
  { assertsFormats = false } = {},
): (id: string, side?: Side) => Check | undefined {
  const instances = new Map<Side | undefined, Ajv2020>();
  return (id, side) => {
    const ajv =
      instances.get(side) ?? ajvFor(description, side, assertsFormats);
    instances.set(side, ajv);
    const isBase = id.endsWith(baseEnd);
    const uri = isBase ? ownReference(id.slice(0, -baseEnd.length)) : uriOf(id);
    let validate: ValidateFunction | undefined;
    try {
      validate = ajv.getSchema(uri);
    } catch {
      return undefined;
    }
    return validate && ((value) => validate(value));
  };
}

/** How the id of a base ends that is meant without what extends it. */
const baseEnd = "@base";

function ajvFor(
  { version, documents }: Description,
  side: Side | undefined,
  assertsFormats: boolean,
): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    validateSchema: false,
    validateFormats: assertsFormats,
    ownProperties: true,
    addUsedSchema: false,
    code: { regExp },
  });
  if (assertsFormats) formatsOf.default(ajv);
  const parsed = new Map(
    [...documents].map(([file, { value }]) => [file, value] as const),
  );
  const seen = side === undefined ? parsed : seenFrom(side, parsed);
  for (const [uri, document] of inJsonSchema(seen, version === "3.0")) {
    ajv.addSchema(document, uri);
  }
  return ajv;
}

/**
 * Patterns as they are read: with `u`, and without where they are legal only so; `(?i)` at the start ignores case.
 * A pattern that cannot be read is not checked.
 */
function regExp(source: string, flags: string): RegExp {
  const [, rest] = /^\(\?i\)(.*)$/s.exec(source) ?? [];
  const [pattern, more] =
    rest === undefined ? [source, flags] : [rest, `${flags}i`];
  for (const each of [more, more.replace("u", "")]) {
    try {
      return new RegExp(pattern, each);
    } catch {
      // The next flags, or none.
    }
  }
  return /(?:)/;
}
regExp.code = "new RegExp";
