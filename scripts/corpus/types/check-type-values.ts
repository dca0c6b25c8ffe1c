import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import ts from "typescript";
import type { JsonValue } from "../../../generator/model/json.js";
import { loadOutput, type OutputSchema } from "../load-output.js";
import { guardsOf, type Guard } from "./guards-of.js";
import { refusalKinds, type Refusal } from "./refusal-kinds.js";
import { TypeValues } from "./type-values.js";

/** What values made from the types of a spec say about its guards. */
export interface TypeValueReport {
  readonly values: number;
  readonly refused: number;
  readonly kinds: RefusalCounts;
}

/** By kind of refusal: how many values, and one of them. */
export type RefusalCounts = ReadonlyMap<
  string,
  { count: number; readonly example: string }
>;

/**
 * Makes values of the type of each guard of an output, and gives them to it. What it refuses is counted by the
 * keywords of the issues.
 * @param folder of the generated output
 * @param perType values of each type at most
 */
export async function checkTypeValues(
  folder: string,
  perType: number,
): Promise<TypeValueReport> {
  const { schemas, load } = await loadOutput(folder);
  const guards = schemas.flatMap((schema) =>
    guardsOf(folder, schema).map((guard) => ({ schema, guard })),
  );
  const { types, checker } = typesOf(folder, guards);
  const maker = new TypeValues(checker);
  const kinds = new Map<string, { count: number; readonly example: string }>();
  const report = { values: 0, refused: 0, kinds };
  for (const [index, { schema, guard }] of guards.entries()) {
    const module = await load(schema);
    const test = module[guard.name] as (value: unknown) => boolean;
    const validate = module[guard.name.replace(/^is/, "validate")] as
      | ((value: unknown) => { readonly issues?: readonly Refusal[] })
      | undefined;
    const type = types[index];
    if (type === undefined) throw new Error(`no type of ${guard.name}`);
    for (const value of maker.variants(type, perType)) {
      report.values += 1;
      if (test(value)) continue;
      report.refused += 1;
      const found =
        isTakenElsewhere(value, guard, guards, module) ||
        isTakenWithFormat(value, test)
          ? ["format"]
          : refusalKinds(
              value,
              validate?.(value).issues ?? [],
              !guard.name.endsWith("Input"),
            );
      for (const kind of found) {
        const known = kinds.get(kind);
        if (known !== undefined) known.count += 1;
        else {
          const example = `${guard.name} refuses ${JSON.stringify(value).slice(0, 400)}`;
          kinds.set(kind, { count: 1, example });
        }
      }
    }
  }
  return report;
}

/** Whether another guard of the same type takes the value: the two differ by formats, which requests are held to. */
function isTakenElsewhere(
  value: unknown,
  { name, type, typeModule }: Guard,
  guards: readonly { readonly guard: Guard }[],
  module: Readonly<Record<string, unknown>>,
): boolean {
  return guards.some(
    ({ guard }) =>
      guard.name !== name &&
      guard.type === type &&
      guard.typeModule === typeModule &&
      (module[guard.name] as (value: unknown) => boolean)(value),
  );
}

/** Whether a guard takes the value once its texts have some format, though a union named another branch. */
function isTakenWithFormat(
  value: JsonValue,
  test: (value: unknown) => boolean,
): boolean {
  const text = JSON.stringify(value);
  return formatted.some((sample) =>
    test(
      JSON.parse(text, (_, each: JsonValue) =>
        each === "text" || each === "" ? sample : each,
      ),
    ),
  );
}

const formatted = [
  "2026-03-31T12:30:00Z",
  "2026-03-31",
  "123e4567-e89b-42d3-a456-426614174000",
  "https://example.com/",
  "person@example.com",
];

/** The types of guards, as TypeScript 5.9 reads them. */
function typesOf(
  folder: string,
  guards: readonly { readonly schema: OutputSchema; readonly guard: Guard }[],
): { readonly types: readonly ts.Type[]; readonly checker: ts.TypeChecker } {
  const path = `${folder}.guarded.ts`;
  const lines = guards.map(({ guard }, index) => {
    const module = guard.typeModule.replace(/\.ts$/, ".js");
    return `export type T${index} = import("./${basename(folder)}/${module}").${guard.type};`;
  });
  writeFileSync(path, lines.join("\n"));
  const program = ts.createProgram([path], {
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true },
    ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 },
    ...{ lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [] },
  });
  const checker = program.getTypeChecker();
  const statements = program.getSourceFile(path)?.statements ?? [];
  const types = statements.map((statement) =>
    checker.getTypeAtLocation((statement as ts.TypeAliasDeclaration).name),
  );
  return { types, checker };
}
