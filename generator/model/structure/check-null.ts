import type { ModelContext } from "../model-context.js";
import { intendedNull } from "../null-reading.js";
import { booleanMember, member, type ObjectSource } from "../source.js";

/** Says how a `null` is read that the specification, to the letter, gives no effect where it is written. */
export function checkNull(source: ObjectSource, context: ModelContext): void {
  const { spelling } = intendedNull(source, context);
  if (spelling === undefined) return;
  const isNullable = booleanMember(source, "nullable") === true;
  const place = member(source, isNullable ? "nullable" : "type") ?? source;
  if (context.nullable === "intent") {
    context.reporter.add(
      "null-added",
      place,
      `${spelling}: read as "may be null".`,
      fixOf(spelling, context),
    );
  } else if (isNullable && context.version === "3.0") {
    context.reporter.add(
      "null-left-out",
      place,
      `${spelling}: not counted, with the setting nullable: "letter".`,
      fixOf(spelling, context),
    );
  }
}

function fixOf(spelling: string, { version }: ModelContext): string {
  if (spelling.endsWith("an enum without null")) return "Add null to the enum.";
  if (spelling.endsWith('without "type"')) return 'Add "type".';
  if (spelling.includes("in OpenAPI")) return 'Write type: [T, "null"].';
  const branch =
    version === "3.0"
      ? "{ nullable: true, type: object, enum: [null] }"
      : '{ type: "null" }';
  return `Write null as a branch of anyOf: ${branch}.`;
}
