import { code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type { Schema } from "../../model/schema.js";
import { bodyCode, type Pass } from "./pass.js";
import { runtime } from "../runtime-symbols.js";
import type { Statement } from "./statement.js";

/**
 * The statements of a schema whose value is secret (`writeOnly`, `format: password`) take what was found out
 * of their issues; those of any other schema stay as they are.
 */
export function hiddenStatements(
  schema: Schema,
  statements: Statement[],
  pass: Pass,
): Statement[] {
  if (pass.mode === "is" || statements.length === 0 || !isSecret(schema)) {
    return statements;
  }
  const first = identifier(pass.locals.unused("firstHidden"));
  return [
    {
      kind: "block",
      code: code`const ${first} = at.issues.length;\n${bodyCode(statements, pass)}\n${runtime.hideFound}(at.issues, ${first});`,
    },
  ];
}

/** Whether nothing of a value may be told. */
export function isSecret(schema: Schema): boolean {
  if (schema.annotations.writeOnly === true) return true;
  return (
    schema.kind === "keywords" &&
    schema.keywords.some(
      (keyword) => keyword.kind === "format" && keyword.format === "password",
    )
  );
}
