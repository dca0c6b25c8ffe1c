import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import ts from "typescript";
import type { Api } from "../../../generator/model/api.js";
import { loadOutput, type OutputSchema } from "../load-output.js";
import { guardsOf, type Guard } from "./guards-of.js";
import { sidesOf } from "./typed-samples.js";
import { RefusalKinds } from "./refusal-kinds.js";
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
 * keywords that refuse it.
 * @param folder of the generated output
 * @param perType values of each type at most
 */
export async function checkTypeValues(
  api: Api,
  folder: string,
  perType: number,
): Promise<TypeValueReport> {
  const { schemas, load } = await loadOutput(folder);
  const guards = schemas.flatMap((schema) =>
    guardsOf(folder, schema).map((guard) => ({ schema, guard })),
  );
  const { types, checker } = typesOf(folder, guards);
  const sides = sidesOf(api);
  const maker = new TypeValues(checker);
  const kinds = new Map<string, { count: number; readonly example: string }>();
  const report = { values: 0, refused: 0, kinds };
  for (const [index, { schema, guard }] of guards.entries()) {
    const module = await load(schema);
    const test = module[guard.name] as (value: unknown) => boolean;
    const definition = api.definitions[schema.pointer]?.schema;
    const type = types[index];
    if (type === undefined || definition === undefined) {
      throw new Error(`no type of ${guard.name}`);
    }
    const isOfRequests = guard.name === schema.exports["requestIs"];
    const side = isOfRequests ? "request" : sides.get(schema.pointer);
    const refusals = new RefusalKinds(api, side);
    for (const value of maker.variants(type, perType)) {
      report.values += 1;
      if (test(value)) continue;
      report.refused += 1;
      const found = refusals.of(definition, value);
      for (const kind of found.size > 0 ? found : ["format"]) {
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
