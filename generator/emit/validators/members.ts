import { code, type Code } from "../../code/code.js";
import { test, type Condition } from "./condition.js";
import { runtime } from "../runtime-symbols.js";
import type { Subject } from "./subject.js";

/** True where every object seems to have a member of that name: it must be asked for its own. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/**
 * The member of a value that is known to be an object; undefined in the output where it has none. In brackets: the
 * object is a `Record`, and `noPropertyAccessFromIndexSignature`, which Angular's strict mode sets, refuses dots.
 */
export function memberCode(subject: Subject, name: string): Code {
  return isInherited(name)
    ? code`${runtime.own}(${subject.code}, ${name})`
    : code`${subject.code}[${name}]`;
}

/** Whether an object has a member; one that is undefined counts as absent. */
export function presence(subject: Subject, name: string): Condition {
  const member = memberCode(subject, name);
  return test(code`${member} !== undefined`, code`${member} === undefined`);
}
