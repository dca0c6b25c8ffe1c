import type { JsonValue } from "./json.js";
import { isInState, type MemberState } from "./member-states.js";
import type { PresenceRule } from "./presence-rules.js";

/** A rule about which members an object has, and with which values, in the form in which people say it. */
export type MemberRule =
  | PresenceRule
  /** The member is in that state. */
  | { readonly kind: "state"; readonly state: MemberState }
  | ConditionalRule;

/** Where each of `where` is so, the rules hold, unless each list of `unless` has a state that is so. */
export interface ConditionalRule {
  readonly kind: "conditional";
  readonly where: readonly MemberState[];
  readonly unless: readonly (readonly MemberState[])[];
  readonly rules: readonly MemberRule[];
}

/** The members of an object, by their names. */
export type GivenMembers = ReadonlyMap<string, JsonValue>;

/** True if an object with these members keeps the rule. */
export function isKept(rule: MemberRule, members: GivenMembers): boolean {
  const has = (name: string): boolean => members.has(name);
  const isIn = (state: MemberState): boolean =>
    isInState(state, members.get(state.name));
  switch (rule.kind) {
    case "needed":
      return (
        !rule.when.every(has) || rule.options.some((names) => names.every(has))
      );
    case "absent":
      return !rule.names.some(has);
    case "excluded":
      return !rule.names.every(has);
    case "exactlyOne":
      return rule.names.filter(has).length === 1;
    case "atMostOne":
      return rule.names.filter(has).length <= 1;
    case "nothing":
      return false;
    case "state":
      return isIn(rule.state);
    case "conditional":
      return (
        !rule.where.every(isIn) ||
        (rule.unless.length > 0 &&
          rule.unless.every((states) => states.some(isIn))) ||
        rule.rules.every((inner) => isKept(inner, members))
      );
  }
}
