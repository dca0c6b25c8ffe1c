import { identifier } from "../code/literals.js";
import { typeSymbol, valueSymbol, type CodeSymbol } from "../code/symbol.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { addProblem } from "../diagnostics/problem.js";
import type { Emitter } from "../emit/emitter.js";
import type { Api } from "../model/api.js";
import type { Claims } from "./claims.js";
import { emitterKey, type Names } from "./names.js";
import { pascalCase } from "./words.js";

/** Has an emitter reserve the names of what its modules export; they are added to those that are chosen already. */
export function reserveNames(
  { name: emitter, names: reserveAll }: Emitter,
  api: Api,
  names: Names & { readonly emitters: Map<string, CodeSymbol> },
  claims: Claims,
  collector: DiagnosticCollector,
): void {
  reserveAll?.({
    api,
    names,
    reserve: (key, { name, module, isType = false }) => {
      identifier(name);
      const id = emitterKey(emitter, key);
      if (names.emitters.has(id))
        throw new TypeError(
          `the key ${JSON.stringify(key)} has a symbol already`,
        );
      const chosen = claims.takeFirst(
        [name, `${name}${pascalCase(emitter)}`],
        id,
        (candidate) => ({ identifiers: [candidate] }),
      );
      const symbol = (isType ? typeSymbol : valueSymbol)(chosen, module);
      names.emitters.set(id, symbol);
      return symbol;
    },
    report: (problem) => addProblem(problem, collector),
  });
}
