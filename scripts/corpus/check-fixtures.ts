import { defaultSettings } from "../../generator/config/config.js";
import { fixtureValue } from "../../generator/emit/fixtures/emit-fixtures.js";
import type { Api } from "../../generator/model/api.js";
import { findViews } from "../../generator/model/find-views.js";
import { plainViewOf } from "../../generator/model/views.js";
import { loadOutput } from "./load-output.js";

export interface FixtureReport {
  readonly all: number;
  /** The others have none, or are faults. */
  readonly valid: number;
  /** Fixtures that their validators refuse. */
  readonly faults: readonly string[];
}

type Validate = (value: unknown) =>
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly issues: readonly { pointer: string; message: string }[];
    };

/**
 * Holds the fixture of every named schema, for each side of the wire that differs, against the generated validator.
 * @param folder of the generated output
 */
export async function checkFixtures(
  api: Api,
  folder: string,
): Promise<FixtureReport> {
  const views = findViews(api);
  const { schemas, load } = await loadOutput(folder);
  const faults: string[] = [];
  let all = 0;
  let valid = 0;
  for (const { pointer, exports, ...others } of schemas) {
    const definition = api.definitions[pointer];
    if (definition === undefined) continue;
    const validators = await load({ pointer, exports, ...others });
    const sides = [
      ["validate", plainViewOf(views.get(pointer)) ?? "written"],
      ["requestValidate", "request"],
    ] as const;
    for (const [kind, view] of sides) {
      const name = exports[kind];
      if (name === undefined) continue;
      all += 1;
      const { schema } = definition;
      const value = fixtureValue(schema, view, api, defaultSettings);
      if (value === undefined) continue;
      const result = (validators[name] as Validate)(value);
      if (result.ok) {
        valid += 1;
        continue;
      }
      const [issue] = result.issues;
      faults.push(
        `${pointer}: ${name} refuses its fixture: ${issue?.pointer} ${issue?.message}`,
      );
    }
  }
  return { all, valid, faults };
}
