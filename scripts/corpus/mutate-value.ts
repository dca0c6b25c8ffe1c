import type { JsonValue } from "../../generator/model/json.js";
import type { Choices } from "../../test/validators/choices.js";

type Members = { [name: string]: JsonValue };

/** A value with one or two changes somewhere in it: most of them break a schema that the value is valid under. */
export function mutateValue(value: JsonValue, choices: Choices): JsonValue {
  const changed = changeSomewhere(value, choices);
  return choices.chance(0.3) ? changeSomewhere(changed, choices) : changed;
}

function changeSomewhere(value: JsonValue, choices: Choices): JsonValue {
  const goesDown = choices.chance(0.75);
  if (Array.isArray(value) && value.length > 0 && goesDown) {
    const at = choices.below(value.length);
    return (value as readonly JsonValue[]).map((item, index) =>
      index === at ? changeSomewhere(item, choices) : item,
    );
  }
  if (isMembers(value) && Object.keys(value).length > 0 && goesDown) {
    const name = choices.pick(Object.keys(value));
    return { ...value, [name]: changeSomewhere(value[name] ?? null, choices) };
  }
  return change(value, choices);
}

function change(value: JsonValue, choices: Choices): JsonValue {
  if (choices.chance(0.3)) return choices.pick(others);
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    return choices.chance(0.5)
      ? items.slice(0, -1)
      : [...items, items[0] ?? null];
  }
  if (isMembers(value)) {
    const names = Object.keys(value);
    if (names.length === 0 || choices.chance(0.4)) {
      return { ...value, [choices.pick(newNames)]: choices.pick(others) };
    }
    const left = { ...value };
    delete left[choices.pick(names)];
    return left;
  }
  if (typeof value === "string") {
    return choices.pick([`${value}!`, value.slice(1), "", "x".repeat(5000)]);
  }
  if (typeof value === "number") {
    return choices.pick([value + 0.5, -value - 1, value * 1000, 2 ** 40]);
  }
  return choices.pick(others);
}

const others: readonly JsonValue[] = [null, true, 0, -1.5, "", "other", [], {}];
const newNames = ["unknown", "constructor", "id", "type"];

function isMembers(value: JsonValue): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
