import type { EmitContext } from "../../emit/context.js";
import { rootScope, shapeOf } from "../../emit/types/shape-of-schema.js";
import { shapeOfDefinition } from "../../emit/types/type-expression.js";
import type { Shape } from "../../emit/types/shape.js";
import type { DefinitionId, Schema } from "../../model/schema.js";
import type { Finding } from "../finding.js";
import { catalogue } from "../kinds/catalogue.js";
import { meansText } from "../schemas/canonical-schema.js";
import type { Sides } from "../side.js";
import type { Direction } from "../verdict.js";
import { breaksType } from "./type-breaks.js";

/** Two schemas that have declared types. */
export interface DeclaredPair {
  readonly old: Schema;
  readonly new: Schema;
  readonly direction: Direction;
  /** Of the two schemas by themselves. */
  readonly findings: Finding[];
}

/**
 * Compares the types that the output declares of two schemas. The comparison of schemas says what has changed; whether
 * code stops compiling is for their types to say, which depend on more: a bound that no longer fixes the length of a list
 * takes the type of a tuple away.
 */
export class DeclaredTypes {
  readonly #sides: Sides;
  readonly #ids: Readonly<
    Record<"old" | "new", ReadonlyMap<Schema, DefinitionId>>
  >;

  constructor(sides: Sides) {
    this.#sides = sides;
    this.#ids = { old: idsOf(sides.old), new: idsOf(sides.new) };
  }

  /**
   * Adds to the findings that the types break, if none of them says so.
   * @param local the findings of all schemas that the types spell out, by schema
   */
  compare(pair: DeclaredPair, local: readonly Finding[][]): void {
    const { direction } = pair;
    const isKnown = local.some((findings) =>
      findings.some(
        ({ kind, verdict }) =>
          (verdict ?? catalogue[kind][direction]) === "major",
      ),
    );
    if (isKnown || !this.#breaks(pair, local.length > 0)) return;
    for (const findings of local) {
      const index = findings.findIndex(
        ({ kind }) =>
          !catalogue[kind].layers.every((layer) => layer === "docs"),
      );
      const finding = findings[index];
      if (finding === undefined) continue;
      findings[index] = {
        ...finding,
        verdict: "major",
        layers: ["types"],
        reason: `${finding.reason} The declared type is no longer compatible.`,
      };
      return;
    }
    pair.findings.push({
      kind: "types-changed",
      old: pair.old.pointer,
      new: pair.new.pointer,
      reason: "The declared type is no longer compatible.",
    });
  }

  #breaks(
    { old, new: fresh, direction }: DeclaredPair,
    isChanged: boolean,
  ): boolean {
    const { old: before, new: after } = this.#sides;
    if (!isChanged && meansText(old) === meansText(fresh)) return false;
    return breaksType(
      { shape: this.#shapeOf(old, direction, before, "old"), context: before },
      { shape: this.#shapeOf(fresh, direction, after, "new"), context: after },
      direction,
    );
  }

  #shapeOf(
    schema: Schema,
    direction: Direction,
    context: EmitContext,
    side: "old" | "new",
  ): Shape {
    const id = this.#ids[side].get(schema);
    return id === undefined
      ? shapeOf(schema, rootScope(context, direction))
      : shapeOfDefinition(id, direction, context);
  }
}

function idsOf({ api }: EmitContext): ReadonlyMap<Schema, DefinitionId> {
  return new Map(
    Object.entries(api.definitions).map(([id, { schema }]) => [schema, id]),
  );
}
