import { fingerprintOf, textOf } from "../emit/fingerprint.js";
import type { ReadValue } from "../emit/recorded-context.js";
import { modelParts } from "../emit/read-values.js";
import { operationAt } from "../emit/operation-at.js";
import type { OutputSettings } from "../config/config.js";
import { PartBuilder } from "../model/build-part.js";
import type { JsonValue } from "../model/json.js";
import { pointerKeys, pointerOf } from "../read/json-pointer.js";
import { describeAlone } from "../resolve/resolve-description.js";
import { UnknownRead, type RecordedValues } from "./recorded-values.js";
import type { Rewording } from "./rewording.js";

interface PartOfModel {
  readonly kind: string;
  readonly id: string;
  readonly value: unknown;
}

/** What other words make different. */
export interface ChangedParts {
  readonly parts: readonly PartOfModel[];
  /** Gives any part of the model as it is now. @throws UnknownRead where it is not what it was, though it should be */
  readonly read: ReadValue;
}

/**
 * Builds the parts of the model that hold words which have changed, with the old words and with the new ones. Those
 * with the old words have to be what the last run has recorded, and the others have to differ in words alone;
 * undefined where it is not so, and where parts that are elsewhere may hold the words as well.
 */
export function changedParts(
  rewording: Rewording,
  copied: readonly string[],
  values: RecordedValues,
  path: string,
  settings: OutputSettings,
): ChangedParts | undefined {
  const { root, keys, before, after } = rewording;
  const place = `${pointerOf(keys)}/`;
  const holds = (pointer: string): boolean => place.startsWith(`${pointer}/`);
  const definitions = values
    .ids("definition")
    .filter((id) => holds(id.slice(1)));
  if (copied.some((location) => holds(location.slice(1)))) return undefined;
  const item = `#${pointerOf(keys.slice(0, 2))}/`;
  const operations = values
    .ids(operationAt.kind)
    .filter((pointer) => pointer.startsWith(item));
  const builderWith = (words: string): Builder => {
    setAt(root, keys, words);
    return new Builder(root, path, settings);
  };
  const build = (builder: Builder): Map<string, PartOfModel> =>
    new Map([
      ...definitions.map((id) => part("definition", id, builder)),
      ...operations.map((id) => part(operationAt.kind, id, builder)),
    ]);
  const old = build(builderWith(before));
  for (const { kind, id, value } of old.values()) {
    if (fingerprintOf(textOf(value)) !== values.hashOf(kind, id)) {
      return undefined;
    }
  }
  const builder = builderWith(after);
  const own = build(builder);
  for (const [name, { value }] of own) {
    if (wordless(value) !== wordless(old.get(name)?.value)) return undefined;
  }
  return {
    parts: [...own.values()].filter(
      ({ kind, id, value }) =>
        fingerprintOf(textOf(value)) !== values.hashOf(kind, id),
    ),
    read: (kind, id) => {
      const name = nameOf(kind, id);
      const known = own.get(name);
      if (known !== undefined) return known.value;
      const made = builder.part(kind, id);
      if (fingerprintOf(textOf(made.value)) !== values.hashOf(kind, id)) {
        throw new UnknownRead(name);
      }
      own.set(name, made);
      return made.value;
    },
  };
}

function nameOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}

function part(
  kind: string,
  id: string,
  builder: Builder,
): readonly [name: string, part: PartOfModel] {
  return [nameOf(kind, id), builder.part(kind, id)];
}

/** The JSON of a part of the model without what only people read. */
function wordless(value: unknown): string {
  return JSON.stringify(value, (key, member: unknown) =>
    (key === "description" || key === "summary") && typeof member === "string"
      ? ""
      : member,
  );
}

/** Replaces a string where it stands. */
function setAt(root: JsonValue, keys: readonly string[], words: string): void {
  let holder = root as { [key: string]: JsonValue };
  for (const key of keys.slice(0, -1)) {
    holder = holder[key] as { [key: string]: JsonValue };
  }
  holder[keys.at(-1) as string] = words;
}

/** Builds parts of the model, each once. */
class Builder {
  readonly #builder: PartBuilder;
  readonly #known = new Map<string, PartOfModel>();

  constructor(root: JsonValue, path: string, settings: OutputSettings) {
    const entry = {
      file: "",
      displayName: "",
      // The text holds no identifiers of schemas, and is asked for nothing else but the digits of integers that no number
      // holds: a part with such a bound is not the recorded one, and left to an ordinary run.
      text: "",
      sha256: "",
      value: root,
      position: () => ({ line: 1, column: 1 }),
      line: () => undefined,
    };
    this.#builder = new PartBuilder(describeAlone(entry, path), settings);
  }

  part(kind: string, id: string): PartOfModel {
    const name = nameOf(kind, id);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (!modelParts.has(kind)) throw new UnknownRead(name);
    if (kind === "definition") {
      this.#add(kind, id, this.#builder.definition(id));
    } else {
      const [field, item = ""] = pointerKeys(id.slice(1));
      if (field !== "paths" && field !== "webhooks")
        throw new UnknownRead(name);
      for (const operation of this.#builder.operations(field, item)) {
        this.#add(kind, operation.pointer, operation);
      }
    }
    return this.#known.get(name) ?? this.#add(kind, id, undefined);
  }

  #add(kind: string, id: string, value: unknown): PartOfModel {
    const made = { kind, id, value };
    this.#known.set(nameOf(kind, id), made);
    return made;
  }
}
