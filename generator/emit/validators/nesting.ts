import { code, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type { Keyword, Schema } from "../../model/schema.js";
import { childSchemas } from "../../model/walk-schema.js";
import { localName } from "./local-names.js";
import type { Pass } from "./pass.js";
import type { Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/** Objects within objects within objects get functions of their own. */
const deepestInline = 1;
/** So do larger schemas, in number of schemas. */
const largestInline = 24;

/** True for the schema of a member or item that is better checked by a function of its own. */
export function isPartOfItsOwn(schema: Schema, subject: Subject): boolean {
  if (subject.level === 0 || schema.kind !== "keywords") return false;
  if (subject.known !== undefined || subject.pointer !== schema.pointer) {
    return false;
  }
  if (!schema.keywords.some(isInlined)) return false;
  return subject.level > deepestInline || isLarge(schema);
}

/**
 * A variable for the location of a value of which several things are asked, in a function that collects issues;
 * elsewhere the location as it is.
 */
export function hoistedLocation(
  schema: Schema,
  subject: Subject,
  pass: Pass,
): {
  readonly declaration: readonly Statement[];
  readonly location: () => Code;
} {
  if (
    pass.mode === "is" ||
    schema.kind !== "keywords" ||
    !schema.keywords.some(isInlined)
  ) {
    return { declaration: [], location: subject.location };
  }
  const outer = subject.location();
  if (outer.parts.length < 2)
    return { declaration: [], location: subject.location };
  const name = pass.locals.unused(`${localName(subject.hint)}At`);
  const location = identifier(name);
  const declaration: Statement = {
    kind: "block",
    code: code`const ${location} = ${outer};`,
  };
  return { declaration: [declaration], location: () => location };
}

/** Keywords whose schemas are checked in the same function. */
function isInlined({ kind }: Keyword): boolean {
  return (
    kind === "properties" ||
    kind === "items" ||
    kind === "allOf" ||
    kind === "conditional" ||
    kind === "dependentSchemas"
  );
}

/** True if a schema consists of more schemas than a function takes inline; looks at no more than that. */
function isLarge(schema: Schema): boolean {
  const found = [schema];
  for (const each of found) {
    if (found.length > largestInline) return true;
    for (const added of childSchemas(each)) found.push(added);
  }
  return false;
}
