import type { MembersPlan, Plan } from "./plan.js";

/** Several plans of one value as one: members that two of them speak of alike stand once. */
export function mergePlans(plans: readonly Plan[]): Plan | undefined {
  const merged: Plan[] = [];
  for (const plan of plans.flatMap((one) =>
    one.kind === "every" ? one.parts : [one],
  )) {
    const index = merged.findIndex((one) => isClosed(one) && isClosed(plan));
    const known = merged[index];
    if (known?.kind === "members" && plan.kind === "members") {
      merged[index] = mergeMembers(known, plan);
    } else if (!merged.some((one) => isSame(one, plan))) {
      merged.push(plan);
    }
  }
  const [only] = merged;
  if (only === undefined || merged.length === 1) return only;
  return { kind: "every", parts: merged };
}

/** Whether a plan speaks of named members alone. */
function isClosed(plan: Plan): boolean {
  return (
    plan.kind === "members" &&
    plan.patterns.length === 0 &&
    plan.rest === undefined
  );
}

function mergeMembers(a: MembersPlan, b: MembersPlan): MembersPlan {
  const named = new Map(a.named.map(({ name, plan }) => [name, plan] as const));
  for (const { name, plan } of b.named) {
    const known = named.get(name);
    named.set(
      name,
      known === undefined || plan === undefined
        ? (known ?? plan)
        : mergePlans([known, plan]),
    );
  }
  return {
    kind: "members",
    named: [...named].map(([name, plan]) => ({ name, plan })),
    patterns: [],
  };
}

function isSame(a: Plan, b: Plan): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
