import type { Parameter } from "../../model/api.js";
import type { Schema } from "../../model/schema.js";
import { valueStructure } from "../../model/value-structure.js";
import type { Side } from "../side.js";
import { canonicalText } from "../schemas/conjunct.js";
import { shown } from "../schemas/look.js";
import { compareWords } from "./compare-words.js";
import type { OperationPair } from "./operation-pair.js";

type Pair = readonly [Parameter, Parameter];

/** Compares the parameters of an operation. */
export function compareParameters(look: OperationPair): void {
  const { sent, report } = look;
  const { same, removed, added } = pairParameters(look);
  for (const pair of same) compareParameter(pair, look);
  for (const parameter of removed) {
    report(
      {
        kind: "parameter-removed",
        old: parameter.pointer,
        new: look.new.pointer,
        reason: `The ${parameter.in} parameter ${shown(parameter.name)} is gone.`,
      },
      sent,
    );
  }
  for (const parameter of added) {
    const { required } = parameter;
    report(
      {
        kind: required ? "required-parameter-added" : "parameter-added",
        old: look.old.pointer,
        new: parameter.pointer,
        reason: `The ${parameter.in} parameter ${shown(parameter.name)} is new${required ? ", and required" : ""}.`,
      },
      sent,
    );
  }
}

/** By place and name; headers in any case, parameters of the path by their place in it, others in another place. */
function pairParameters({ old, new: fresh }: OperationPair): {
  same: Pair[];
  removed: Parameter[];
  added: Parameter[];
} {
  const same: Pair[] = [];
  let removed = [...old.parameters];
  let added = [...fresh.parameters];
  const pairBy = (
    keyOf: (parameter: Parameter, isOld: boolean) => string | undefined,
  ): void => {
    removed = removed.filter((parameter) => {
      const key = keyOf(parameter, true);
      const found = added.find(
        (other) => key !== undefined && keyOf(other, false) === key,
      );
      if (found === undefined) return true;
      same.push([parameter, found]);
      added = added.filter((other) => other !== found);
      return false;
    });
  };
  const position = (parameter: Parameter, isOld: boolean): number =>
    (isOld ? old : fresh).pathParts
      .filter((part) => part.kind === "parameter")
      .findIndex((part) => part.name === parameter.name);
  pairBy((one) => JSON.stringify([one.in, one.name]));
  pairBy((one) => (one.in === "header" ? one.name.toLowerCase() : undefined));
  pairBy((one, isOld) =>
    one.in === "path" ? String(position(one, isOld)) : undefined,
  );
  pairBy((one) => one.name);
  return { same, removed, added };
}

function compareParameter([before, after]: Pair, look: OperationPair): void {
  const { sent, report } = look;
  const place = { old: before.pointer, new: after.pointer };
  const noun = `The ${after.in} parameter ${shown(after.name)}`;
  if (before.in !== after.in) {
    report(
      {
        kind: "parameter-moved",
        ...place,
        reason: `The parameter ${shown(before.name)} was in ${wordOf(before)}, and is in ${wordOf(after)} now.`,
      },
      sent,
    );
    return;
  }
  if (before.name !== after.name) {
    report(
      {
        kind: "parameter-renamed",
        ...place,
        reason: `The ${before.in} parameter ${shown(before.name)} is called ${shown(after.name)} now. The request is the same; the member of the input is another.`,
      },
      sent,
    );
  }
  if (before.required !== after.required) {
    report(
      {
        kind: after.required ? "parameter-required" : "parameter-optional",
        ...place,
        reason: `${noun} is ${after.required ? "required" : "optional"} now.`,
      },
      sent,
    );
  }
  compareSerialization(before, after, look);
  compareWords(before, after, place, noun, report);
  if (canonicalText(before.ignoredWith) !== canonicalText(after.ignoredWith)) {
    report(
      {
        kind: "ignored-with-changed",
        ...place,
        reason: `The server ignores ${shown(after.name)} in other cases.`,
      },
      sent,
    );
  }
  look.schemas(before.schema, after.schema, sent);
}

function wordOf(parameter: Parameter): string {
  return parameter.in === "header" ? "headers" : `the ${parameter.in}`;
}

/** What a carrier of a value says of how it is written. */
type Carrier = Pick<Parameter, "serialization" | "schema" | "pointer" | "name">;

/** Compares how a value is written: by style, or as a document. */
export function compareSerialization(
  before: Carrier & Partial<Pick<Parameter, "in">>,
  after: Carrier & Partial<Pick<Parameter, "in">>,
  { sent, sides, report }: OperationPair,
): void {
  const [was, is] = [before.serialization, after.serialization];
  if (canonicalText(was) === canonicalText(is)) return;
  const place = { old: before.pointer, new: after.pointer };
  if (was.kind === "content" || is.kind === "content") {
    report(
      {
        kind: "parameter-content-changed",
        ...place,
        reason: `${shown(after.name)} was written ${inWords(was)}, and is written ${inWords(is)} now.`,
      },
      sent,
    );
    return;
  }
  const isSame =
    writtenForm(before, sides.old) === writtenForm(after, sides.new);
  report(
    {
      kind: "parameter-style-changed",
      ...place,
      ...(isSame ? { verdict: "patch" as const } : {}),
      reason: isSame
        ? `${shown(after.name)} has another style, which writes its values as before.`
        : `${shown(after.name)} was written ${inWords(was)}, and is written ${inWords(is)} now.`,
    },
    sent,
  );
}

function inWords(serialization: Parameter["serialization"]): string {
  if (serialization.kind === "content") {
    return `as ${serialization.mediaType}`;
  }
  const { style, explode, allowReserved } = serialization;
  return `in the style ${style}${explode ? ", exploded" : ""}${allowReserved ? ", with reserved characters" : ""}`;
}

/** What of the style matters for the values of a schema. */
function writtenForm(
  {
    serialization,
    schema,
    in: location,
  }: Carrier & Partial<Pick<Parameter, "in">>,
  side: Side,
): string {
  if (serialization.kind === "content") return serialization.mediaType;
  const { style, explode, allowReserved, hasSegments, nested } = serialization;
  const reserved = allowReserved && mayHoldReserved(schema, side);
  if (valueStructure(schema, side.api) === "primitive") {
    return canonicalText([
      location === "path" ? style : "",
      reserved,
      hasSegments,
    ]);
  }
  return canonicalText([style, explode, reserved, hasSegments, nested]);
}

/** False for values that have no character that a URL could not have as it is. */
function mayHoldReserved(schema: Schema, { conjuncts }: Side): boolean {
  const { types, values } = conjuncts.of(schema);
  if (values !== undefined) {
    return values.some(
      (value) => encodeURIComponent(String(value)) !== String(value),
    );
  }
  const scalars = ["integer", "number", "boolean"];
  return (
    types === undefined || [...types].some((type) => !scalars.includes(type))
  );
}
