import {
  isJsonObject,
  memberOf,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import { pointerKeys } from "../read/json-pointer.js";
import { parseReference } from "../read/reference.js";

/** A value of the Swagger 2.0 document, and its JSON Pointer. */
export interface Written {
  readonly value: JsonValue;
  readonly pointer: string;
}

/** What the parts of a conversion share: where everything goes, and what is lost on the way. */
export class Conversion {
  readonly document: JsonObject;
  /** Takes what OpenAPI 3.0 cannot say: a JSON Pointer into the Swagger 2.0 document, and a sentence. */
  readonly lose: (pointer: string, message: string) => void;
  /** By pointer into the result: where it comes from. */
  readonly #sources = new Map<string, string>();
  /** By pointer into the Swagger 2.0 document: where it went first. */
  readonly #results = new Map<string, string>();
  readonly #references: { reference: { $ref: string }; target: string }[] = [];

  constructor(
    document: JsonObject,
    lose: (pointer: string, message: string) => void,
  ) {
    this.document = document;
    this.lose = lose;
  }

  /** Notes that what stands at `source` went to `result`, with all that is below it and not noted itself. */
  link(result: string, source: string): void {
    this.#sources.set(result, source);
    if (!this.#results.has(source)) this.#results.set(source, result);
  }

  /** A reference to what stands at a pointer of the Swagger 2.0 document, wherever it goes, and what is beside it. */
  referTo(target: string, siblings: JsonObject = {}): JsonObject {
    const reference = { ...siblings, $ref: "" };
    this.#references.push({ reference, target });
    return reference;
  }

  /** A reference as it is written, which leads to the converted counterpart. References to other files stay. */
  convertReference(written: string, siblings: JsonObject = {}): JsonObject {
    const target = localPointer(written);
    return target === undefined
      ? { ...siblings, $ref: written }
      : this.referTo(target, siblings);
  }

  /** The same, of something that OpenAPI 3.0 writes in another way, so that it is said where it is not converted. */
  convertReferenceTo(
    what: string,
    { value, pointer }: Written,
    siblings: JsonObject = {},
  ): JsonObject {
    const written = String(memberOf(value, "$ref"));
    if (localPointer(written) === undefined) {
      this.lose(
        pointer,
        `The ${what} stands in another file, which is read as OpenAPI 3.0: only the file with "swagger" is converted.`,
      );
    }
    return this.convertReference(written, siblings);
  }

  /** Lets all references lead to where their targets went. */
  finish(): void {
    for (const { reference, target } of this.#references) {
      reference.$ref = `#${encodeURI(moved(target, this.#results))}`;
    }
  }

  /** The pointer into the Swagger 2.0 document for one into the result. */
  sourceOf(result: string): string {
    return moved(result, this.#sources);
  }

  /** What a value is, or what its reference leads to within the document; undefined for a reference elsewhere. */
  follow(start: Written): Written | undefined {
    let current = start;
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const reference = memberOf(current.value, "$ref");
      if (typeof reference !== "string") return current;
      const pointer = localPointer(reference);
      const value = pointer === undefined ? undefined : this.#at(pointer);
      if (pointer === undefined || value === undefined) return undefined;
      current = { value, pointer };
    }
    return undefined;
  }

  #at(pointer: string): JsonValue | undefined {
    return pointerKeys(pointer).reduce<JsonValue | undefined>(
      childOf,
      this.document,
    );
  }
}

/** References that lead to references, beyond which a chain counts as endless. */
const mostSteps = 100;

function childOf(
  value: JsonValue | undefined,
  key: string,
): JsonValue | undefined {
  return Array.isArray(value)
    ? (value as readonly JsonValue[])[Number(key)]
    : memberOf(value, key);
}

/** The pointer of a reference within the document. */
function localPointer(reference: string): string | undefined {
  const parsed = parseReference(reference);
  const isLocal =
    parsed.kind === "local" &&
    parsed.path === "" &&
    parsed.fragment.startsWith("/");
  return isLocal ? parsed.fragment : undefined;
}

/** A pointer whose longest known beginning is replaced. */
function moved(pointer: string, places: ReadonlyMap<string, string>): string {
  for (let start = pointer; ; start = start.slice(0, start.lastIndexOf("/"))) {
    const place = places.get(start);
    if (place !== undefined) return place + pointer.slice(start.length);
    if (start === "") return pointer;
  }
}

/** The members of an object; none where the value is no object. */
export function membersOf(
  value: JsonValue | undefined,
): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** An object with other members of the same names; what is no object stays as it is. */
export function mapMembers(
  value: JsonValue,
  convert: (member: JsonValue, name: string) => JsonValue,
): JsonValue {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    membersOf(value).map(([name, member]) => [name, convert(member, name)]),
  );
}

/** The members of an object but some. */
export function without(
  value: JsonObject,
  names: readonly string[],
): JsonObject {
  return Object.fromEntries(
    membersOf(value).filter(([name]) => !names.includes(name)),
  );
}

/** The members of an object that have one of some names. */
export function only(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    membersOf(value).filter(([name]) => names.includes(name)),
  );
}
