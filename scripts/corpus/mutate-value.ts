import type { JsonValue } from "../../generator/model/json.js";
import type { Choices } from "../../test/validators/choices.js";
import type { KnownValues } from "./known-values.js";

/** Makes changes in values: most of them break a schema that the value is valid under. */
export class Mutator {
  readonly #choices: Choices;
  readonly #known: KnownValues;

  /** @param known values that a description lists, which take the place of others of the same member */
  constructor(choices: Choices, known: KnownValues) {
    this.#choices = choices;
    this.#known = known;
  }

  /** A value with one or two changes somewhere in it: members and items that are missing, too many, or other ones. */
  mutate(value: JsonValue): JsonValue {
    const changed = this.#changeSomewhere(value);
    return this.#choices.chance(0.3) ? this.#changeSomewhere(changed) : changed;
  }

  #changeSomewhere(value: JsonValue): JsonValue {
    const goesDown = this.#choices.chance(0.75);
    if (Array.isArray(value) && value.length > 0 && goesDown) {
      const at = this.#choices.below(value.length);
      return (value as readonly JsonValue[]).map((item, index) =>
        index === at ? this.#changeSomewhere(item) : item,
      );
    }
    if (isMembers(value) && Object.keys(value).length > 0 && goesDown) {
      const name = this.#memberOf(value);
      const member = value[name] ?? null;
      const known = (this.#known.get(name) ?? []).filter(
        (each) => each !== member,
      );
      return {
        ...value,
        [name]:
          known.length > 0 && this.#choices.chance(0.7)
            ? this.#choices.pick(known)
            : this.#changeSomewhere(member),
      };
    }
    return this.#change(value);
  }

  /** A member to be changed: tags and enumerations more often than others. */
  #memberOf(value: Members): string {
    const names = Object.keys(value);
    const listed = names.filter((name) => this.#known.get(name)?.length);
    return listed.length > 0 && this.#choices.chance(0.4)
      ? this.#choices.pick(listed)
      : this.#choices.pick(names);
  }

  #change(value: JsonValue): JsonValue {
    const choices = this.#choices;
    if (choices.chance(0.3)) return choices.pick(others);
    if (Array.isArray(value)) {
      const items = value as readonly JsonValue[];
      return choices.chance(0.5)
        ? items.slice(0, -1)
        : [...items, choices.chance(0.5) ? (items[0] ?? null) : null];
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
}

const others: readonly JsonValue[] = [null, true, 0, -1.5, "", "other", [], {}];
const newNames = ["unknown", "constructor", "id", "type"];

type Members = { [name: string]: JsonValue };

function isMembers(value: JsonValue): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
