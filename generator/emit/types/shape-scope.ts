import type { Rule, RuleByKind, Schema } from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import type { MemberShape, Shape } from "./shape.js";
import type { TypeMode } from "./type-mode.js";

/** What a shape is made in. */
export interface ShapeScope {
  readonly context: EmitContext;
  readonly mode: TypeMode;
  /** Whether the type is that of what is on the wire, where it differs from what is in memory. */
  readonly isWire: boolean;
  /** Definitions whose members are being taken over: a cycle through `allOf` ends there. */
  readonly open: ReadonlySet<string>;
  /** Members of the object around: a subschema may ask for one without describing it again. */
  readonly known: ReadonlyMap<string, MemberShape>;
  /** Makes the shape of a subschema. */
  readonly shapeOf: (schema: Schema, scope: ShapeScope) => Shape;
}

/** A schema within another value knows nothing of the members around. */
export function withoutKnown(scope: ShapeScope): ShapeScope {
  return scope.known.size === 0 ? scope : { ...scope, known: new Map() };
}

/** The rule of a kind, of which a schema has at most one. */
export function ruleOf<K extends Rule["kind"]>(
  rules: readonly Rule[],
  kind: K,
): RuleByKind[K] | undefined {
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index];
    if (rule?.kind === kind) return rule as RuleByKind[K];
  }
  return undefined;
}
