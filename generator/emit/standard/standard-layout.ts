import { code, joinCode, lines, type Code } from "../../code/code.js";
import { laidOutLiteral, marginCode } from "../../code/laid-out-literal.js";
import type { CodeSymbol } from "../../code/symbol.js";
import type { JsonObject } from "../../model/json.js";
import { runtime, runtimeType } from "../runtime-symbols.js";

/** What a module of `standard/` is made of. */
export interface StandardParts {
  readonly standard: CodeSymbol;
  readonly type: CodeSymbol;
  readonly validate: CodeSymbol;
  /** Of the definition. */
  readonly name: string;
  readonly schema: JsonObject;
  readonly references: readonly CodeSymbol[];
}

const lineWidth = 80;

/**
 * The value of a Standard Schema in the layout that prettier gives it: these modules are a sixth of what is written,
 * and literals nearly all of them. Undefined where the layout is not sure.
 */
export function laidOutValue(parts: StandardParts): Code | undefined {
  const { standard, type, validate } = parts;
  if (isRenamed(parts)) return undefined;
  const call = `/* @__PURE__ */ ${runtime.standardSchema.name}(`;
  const head = `export const ${standard.name}: ${runtimeType.StandardSchema.name}<${type.name}> = ${call}`;
  if (head.length <= lineWidth) {
    if (head.length + validate.name.length + 3 <= lineWidth) return undefined;
    const settings = settingsCode(parts, 2, 2);
    return (
      settings &&
      code`/* @__PURE__ */ ${runtime.standardSchema}(\n  ${validate},\n  ${settings},\n)`
    );
  }
  const column = 2 + call.length + validate.name.length + 2;
  if (column + 1 <= lineWidth) {
    const settings = settingsCode(parts, 2, column);
    return (
      settings &&
      code`\n  /* @__PURE__ */ ${runtime.standardSchema}(${validate}, ${settings})`
    );
  }
  const settings = settingsCode(parts, 4, 4);
  return (
    settings &&
    code`\n  /* @__PURE__ */ ${runtime.standardSchema}(\n    ${validate},\n    ${settings},\n  )`
  );
}

/** Whether a name of the runtime gives way to one of the API, which changes how long lines are. */
function isRenamed({
  standard,
  type,
  validate,
  references,
}: StandardParts): boolean {
  return [standard, type, validate, ...references].some(
    ({ name }) =>
      name === runtimeType.StandardSchema.name ||
      name === runtime.standardSchema.name,
  );
}

/**
 * The object with what is known of the schema, on several lines; undefined where it might fit on one.
 * @param indent of the line on which it begins
 * @param column at which it begins
 */
function settingsCode(
  { name, schema, references }: StandardParts,
  indent: number,
  column: number,
): Code | undefined {
  const fewestLetters = Object.keys(schema).length > 2 ? 30 : 2;
  const aroundThem = `{ name: "", schema: () => (), references: () => [] },`;
  const least = column + aroundThem.length + name.length + fewestLetters;
  if (least <= lineWidth) return undefined;
  const inner = indent + 2;
  const nameCode = laidOutLiteral(name, {
    indent: inner,
    column: inner + "name: ".length,
    after: ",".length,
  });
  const schemaCode = laidOutLiteral(schema, {
    indent: inner,
    column: inner + "schema: () => (".length,
    after: "),".length,
  });
  if (nameCode === undefined || schemaCode === undefined) return undefined;
  const margin = marginCode(inner);
  const members = [
    code`${margin}name: ${nameCode},`,
    code`${margin}schema: () => (${schemaCode}),`,
    code`${margin}references: () => ${referencesCode(references, inner)},`,
  ];
  return code`{\n${lines(members)}\n${marginCode(indent)}}`;
}

function referencesCode(
  references: readonly CodeSymbol[],
  indent: number,
): Code {
  const flat = code`[${joinCode(references, code`, `)}]`;
  const letters = references.reduce((sum, { name }) => sum + name.length, 0);
  const width =
    "references: () => [],".length +
    letters +
    2 * Math.max(0, references.length - 1);
  if (indent + width <= lineWidth) return flat;
  const margin = marginCode(indent + 2);
  const elements = references.map((symbol) => code`${margin}${symbol},`);
  return code`[\n${lines(elements)}\n${marginCode(indent)}]`;
}
