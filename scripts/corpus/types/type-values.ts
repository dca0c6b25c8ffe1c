import ts from "typescript";
import type { JsonValue } from "../../../generator/model/json.js";

/** A value of `string & {}`, as enumerations have it that are open. */
export const openText = "another";
/** A number that is not whole, and below most bounds. */
export const oddNumber = -0.5;

type Members = { [name: string]: JsonValue };

/** Members that may be absent, and items, are left out below this depth. */
const fullDepth = 3;
/** Variants of a member, beside those of its siblings. */
const perMember = 6;

/**
 * Makes values of types: each branch of a union, members that may be absent there and not there, lists without items
 * and with one. The same type gives the same values.
 */
export class TypeValues {
  readonly #checker: ts.TypeChecker;
  readonly #plain = new Map<ts.Type, JsonValue | undefined>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /**
   * Values of a type, the plainest one first; none where a type takes no JSON.
   * @throws Error for a type that is neither JSON nor bytes
   */
  variants(type: ts.Type, limit: number, depth = 0): readonly JsonValue[] {
    const simple = simpleValues(type);
    if (simple !== undefined) return simple;
    if (depth > fullDepth) {
      const plain = this.#plainest(type);
      return plain === undefined ? [] : [plain];
    }
    if (type.isUnion()) return this.#ofUnion(type, limit, depth);
    if (isBytes(type) || this.#isListOfSeveralTypes(type)) return [];
    if (this.#checker.isTupleType(type)) {
      return this.#ofTuple(type as ts.TupleTypeReference, limit, depth);
    }
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      const items =
        item === undefined ? [] : this.variants(item, limit, depth + 1);
      return [[], ...items.map((each) => [each])].slice(0, limit);
    }
    if (this.#isContradictory(type)) return [];
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
      return this.#ofObject(type, limit, depth);
    }
    throw new Error(`no values of ${this.#checker.typeToString(type)}`);
  }

  /** A value without any member or item that may be absent; undefined where the type has no end. */
  #plainest(type: ts.Type): JsonValue | undefined {
    const known = this.#plain.get(type);
    if (known !== undefined || this.#plain.has(type)) return known;
    // What leads back to the type is no end of it.
    this.#plain.set(type, undefined);
    const value = this.#findPlainest(type);
    if (value === undefined) this.#plain.delete(type);
    else this.#plain.set(type, value);
    return value;
  }

  #findPlainest(type: ts.Type): JsonValue | undefined {
    const simple = simpleValues(type);
    if (simple !== undefined) return simple[0];
    if (type.isUnion()) {
      const plain = type.types.flatMap((part) => simpleValues(part) ?? []);
      const listed = plain.find((value) => value !== openText) ?? plain[0];
      if (listed !== undefined) return listed;
      for (const part of type.types) {
        const value = this.#plainest(part);
        if (value !== undefined) return value;
      }
      return undefined;
    }
    if (isBytes(type) || this.#isListOfSeveralTypes(type)) return undefined;
    if (this.#checker.isTupleType(type)) {
      const { target } = type as ts.TupleTypeReference;
      const items = this.#checker
        .getTypeArguments(type as ts.TupleTypeReference)
        .filter((_, index) => isRequiredItem(target, index))
        .map((item) => this.#plainest(item));
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    if (this.#checker.isArrayType(type)) return [];
    if (this.#isContradictory(type)) return undefined;
    const members: Members = {};
    for (const symbol of this.#checker.getPropertiesOfType(type)) {
      if (symbol.flags & ts.SymbolFlags.Optional) continue;
      const value = this.#plainest(this.#checker.getTypeOfSymbol(symbol));
      if (value === undefined) return undefined;
      set(members, symbol.name, value);
    }
    return members;
  }

  /** True for an intersection of lists, whose members are those of an array and no data. */
  #isListOfSeveralTypes(type: ts.Type): boolean {
    return (
      type.isIntersection() &&
      type.types.some(
        (part) =>
          this.#checker.isArrayType(part) || this.#checker.isTupleType(part),
      )
    );
  }

  /** True for an intersection that TypeScript takes for `never`; it then lists no member of it. */
  #isContradictory(type: ts.Type): boolean {
    return (
      type.isIntersection() &&
      this.#checker.getPropertiesOfType(type).length === 0 &&
      this.#checker.typeToString(type) === "never"
    );
  }

  #ofUnion(
    type: ts.UnionType,
    limit: number,
    depth: number,
  ): readonly JsonValue[] {
    const each = Math.max(1, Math.floor(limit / type.types.length));
    const parts = type.types.map((part) => this.variants(part, each, depth));
    const firsts = parts.flatMap((values) => values.slice(0, 1));
    const others = parts.flatMap((values) => values.slice(1));
    const listed = firsts.filter((value) => value !== openText);
    const open = firsts.filter((value) => value === openText);
    return [...listed, ...open, ...others].slice(0, Math.max(limit, 1));
  }

  #ofTuple(
    type: ts.TupleTypeReference,
    limit: number,
    depth: number,
  ): readonly JsonValue[] {
    const items = this.#checker
      .getTypeArguments(type)
      .map((item) => this.variants(item, perMember, depth + 1));
    const isRequired = (index: number): boolean =>
      isRequiredItem(type.target, index);
    if (items.some((values, index) => isRequired(index) && values.length === 0))
      return [];
    const full = items.flatMap((values) => values.slice(0, 1));
    const least = full.filter((_, index) => isRequired(index));
    const others = items.flatMap((values, index) =>
      values
        .slice(1)
        .map((value) => full.map((item, at) => (at === index ? value : item))),
    );
    return [least, full, ...others].slice(0, limit);
  }

  #ofObject(type: ts.Type, limit: number, depth: number): readonly JsonValue[] {
    const required: Members = {};
    const optional: Members = {};
    const others: [string, JsonValue][] = [];
    for (const symbol of this.#checker.getPropertiesOfType(type)) {
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
      const member = this.#checker.getTypeOfSymbol(symbol);
      const values = this.variants(
        member,
        depth === 0 ? perMember * 2 : perMember,
        depth + 1,
      );
      const [first, ...rest] = values;
      if (first === undefined) {
        if (isOptional) continue;
        return [];
      }
      set(isOptional ? optional : required, symbol.name, first);
      for (const value of rest) others.push([symbol.name, value]);
    }
    for (const { keyType, type: member } of this.#checker.getIndexInfosOfType(
      type,
    )) {
      if ((keyType.flags & ts.TypeFlags.String) === 0) continue;
      const values = this.variants(member, perMember, depth + 1);
      const [first, ...rest] = values;
      if (first === undefined) continue;
      set(optional, "extra", first);
      for (const value of rest) others.push(["extra", value]);
    }
    const full = { ...required, ...optional };
    const single = Object.entries(optional);
    const found = [
      required,
      ...(single.length > 0 ? [full] : []),
      ...spread([...others, ...single], limit - 2).map(([name, value]) =>
        withMember(required, name, value),
      ),
    ];
    return found.slice(0, Math.max(limit, 1));
  }
}

/** The values of a type that is no object and no union; undefined where it is one. */
function simpleValues(type: ts.Type): readonly JsonValue[] | undefined {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return ["text", {}];
  if (flags & ts.TypeFlags.NonPrimitive) return [{}];
  if (flags & ts.TypeFlags.Null) return [null];
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) return [];
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value];
  if (flags & ts.TypeFlags.BooleanLiteral) {
    return [
      (type as ts.Type & { intrinsicName: string }).intrinsicName === "true",
    ];
  }
  if (flags & ts.TypeFlags.String) return ["text", ""];
  if (isOpenText(type)) return [openText];
  return flags & ts.TypeFlags.Number ? [1, oddNumber] : undefined;
}

/** `string & {}`: any text beside the values of an enumeration. */
function isOpenText(type: ts.Type): boolean {
  return (
    type.isIntersection() &&
    type.types.some(({ flags }) => flags & ts.TypeFlags.String)
  );
}

function isRequiredItem(target: ts.TupleType, index: number): boolean {
  return target.elementFlags[index] === ts.ElementFlags.Required;
}

const bytes = new Set(["Blob", "File", "Uint8Array", "ArrayBuffer"]);

function isBytes(type: ts.Type): boolean {
  return bytes.has(type.symbol?.name ?? "");
}

/** Some of the values, from the first to the last. */
function spread<T>(values: readonly T[], count: number): readonly T[] {
  if (values.length <= count) return values;
  const step = values.length / Math.max(1, count);
  return Array.from(
    { length: Math.max(0, count) },
    (_, index) => values[Math.floor(index * step)] as T,
  );
}

function withMember(members: Members, name: string, value: JsonValue): Members {
  const copy = { ...members };
  set(copy, name, value);
  return copy;
}

/** An own member, whatever its name. */
function set(members: Members, name: string, value: JsonValue): void {
  Object.defineProperty(members, name, {
    ...{ value, enumerable: true, configurable: true, writable: true },
  });
}
