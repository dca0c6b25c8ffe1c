import type { DefinitionId, Schema } from "../model/schema.js";
import type { Leaf, Mappings } from "./mappings.js";

/**
 * How a value gets from the wire to memory and back: the parts of it that are another thing there. What no plan
 * speaks of stays as it is.
 */
export type Plan =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "definition"; readonly id: DefinitionId }
  | ItemsPlan
  | MembersPlan
  /** All of them apply to the same value. */
  | { readonly kind: "every"; readonly parts: readonly Plan[] }
  | TaggedPlan
  | ChoicePlan
  /** Applies where the object has the member. */
  | { readonly kind: "present"; readonly name: string; readonly plan: Plan };

export type PlanByKind = {
  readonly [K in Plan["kind"]]: Extract<Plan, { kind: K }>;
};

export interface ItemsPlan {
  readonly kind: "items";
  readonly prefix: readonly (Plan | undefined)[];
  readonly rest?: Plan;
}

export interface MembersPlan {
  readonly kind: "members";
  /** `plan` is undefined where `patterns` and `rest` have to leave the member alone. */
  readonly named: readonly {
    readonly name: string;
    readonly plan: Plan | undefined;
  }[];
  readonly patterns: readonly {
    readonly pattern: string;
    readonly plan: Plan | undefined;
  }[];
  /** Of members that neither a name nor a pattern speaks of. */
  readonly rest?: Plan;
}

/** The value of a member says which plan applies. */
export interface TaggedPlan {
  readonly kind: "tagged";
  readonly property: string;
  /** A plan is absent where objects stay as they are. */
  readonly cases: readonly {
    readonly value: string;
    readonly plan: Plan | undefined;
  }[];
  readonly otherwise?: Plan;
}

/** The plan of the first schema that the value fits, or of each. */
export interface ChoicePlan {
  readonly kind: "choice";
  readonly takes: "first" | "each";
  readonly options: readonly {
    readonly schema: Schema;
    readonly plan: Plan | undefined;
  }[];
}

/** Whether integers that a number cannot hold have to come through. */
export function isExactPlan(plan: Plan, mappings: Mappings): boolean {
  switch (plan.kind) {
    case "leaf":
      return plan.leaf.isExact;
    case "definition":
      return mappings.definitions.get(plan.id)?.isExact === true;
    default:
      return partsOf(plan).some((part) => isExactPlan(part, mappings));
  }
}

function partsOf(
  plan: Exclude<Plan, { kind: "leaf" | "definition" }>,
): readonly Plan[] {
  const present = (plans: readonly (Plan | undefined)[]): readonly Plan[] =>
    plans.filter((one) => one !== undefined);
  switch (plan.kind) {
    case "items":
      return present([...plan.prefix, plan.rest]);
    case "members":
      return present([
        ...[...plan.named, ...plan.patterns].map((one) => one.plan),
        plan.rest,
      ]);
    case "every":
      return plan.parts;
    case "tagged":
      return present([...plan.cases.map((one) => one.plan), plan.otherwise]);
    case "choice":
      return present(plan.options.map((one) => one.plan));
    case "present":
      return [plan.plan];
  }
}
