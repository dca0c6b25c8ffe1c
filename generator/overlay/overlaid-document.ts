import { isJsonObject, type JsonValue } from "../model/json.js";
import type { SourceText, TextPlace } from "../read/document.js";
import { pointerKeys, pointerToken } from "../read/json-pointer.js";
import { setMember } from "../read/parsed.js";
import type { Location } from "./json-path.js";

type MutableObject = Record<string, JsonValue>;
type Container = MutableObject | JsonValue[];

/** A value with the place in a text where it was written. */
export interface Written {
  readonly value: JsonValue;
  readonly place: TextPlace;
}

/** What does not fit, as the end of a sentence. */
export class Misfit extends Error {}

/**
 * A description that overlays change. It knows of every value in which text it was written: in the description, or in an
 * overlay.
 */
export class OverlaidDocument {
  readonly value: JsonValue;
  readonly #source: SourceText;
  /** Members that were written elsewhere than at the same key of the text of their container. */
  readonly #moved = new WeakMap<object, Map<string, TextPlace>>();

  constructor(source: SourceText, value: JsonValue) {
    this.#source = source;
    this.value = this.#copy(value);
  }

  /** The value at a location, and where it was written. */
  at(location: Location): Written {
    let value = this.value;
    let place: TextPlace = { source: this.#source, pointer: "" };
    for (const key of location) {
      place = this.#placeOf(value, String(key), place);
      value = memberAt(value, key);
    }
    return { value, place };
  }

  /** A copy of the value at a location, which later changes do not reach. */
  snapshot(location: Location): Written {
    const { value, place } = this.at(location);
    return { value: this.#copy(value), place };
  }

  /** Where the value (or its nearest ancestor) that a JSON Pointer into the result names was written. */
  placeOf(pointer: string): TextPlace {
    let value: JsonValue | undefined = this.value;
    let place: TextPlace = { source: this.#source, pointer: "" };
    for (const key of pointerKeys(pointer)) {
      place = this.#placeOf(value, key, place);
      value =
        typeof value === "object" && value !== null && Object.hasOwn(value, key)
          ? (value as MutableObject)[key]
          : undefined;
    }
    return place;
  }

  /**
   * Merges a value into the one at a location: members of objects one by one, entries of lists at the end, and what is
   * neither in place of what was there.
   * @throws Misfit if the kinds differ; members before the one that does not fit are merged then
   */
  merge(location: Location, update: Written): void {
    const target = this.at(location);
    if (isContainer(target.value)) {
      this.#mergeInto(target.value, target.place, update);
      return;
    }
    if (isContainer(update.value))
      throw new Misfit(misfitWords("", update.value, target.value));
    const parent = this.at(location.slice(0, -1)).value;
    const key = location.at(-1);
    if (isContainer(parent) && key !== undefined)
      this.#set(parent, String(key), update);
  }

  /**
   * Removes the values at locations from the objects and lists that contain them.
   * @throws Misfit for the root
   */
  remove(locations: readonly Location[]): void {
    const found = locations.map((location) => {
      const key = location.at(-1);
      if (key === undefined) throw new Misfit("the root cannot be removed");
      const parent = this.at(location.slice(0, -1));
      return { parent: parent.value, place: parent.place, key };
    });
    const byList = new Map<
      JsonValue[],
      { place: TextPlace; gone: Set<number> }
    >();
    for (const { parent, place, key } of found) {
      if (Array.isArray(parent)) {
        const list = parent as JsonValue[];
        const known = byList.get(list) ?? { place, gone: new Set<number>() };
        byList.set(list, known);
        known.gone.add(Number(key));
      } else if (isContainer(parent)) {
        Reflect.deleteProperty(parent, key);
        this.#moved.get(parent)?.delete(String(key));
      }
    }
    for (const [list, { place, gone }] of byList) {
      const kept = [...list.keys()].filter((index) => !gone.has(index));
      this.#rebuild(
        list,
        kept.map((index) => this.#entry(list, index, place)),
      );
    }
  }

  #mergeInto(target: Container, place: TextPlace, update: Written): void {
    if (Array.isArray(target)) {
      this.#append(target, place, update);
      return;
    }
    if (!isJsonObject(update.value))
      throw new Misfit(misfitWords("", update.value, target));
    for (const [key, value] of Object.entries(update.value)) {
      const added = {
        value,
        place: this.#placeOf(update.value, key, update.place),
      };
      const own = Object.hasOwn(target, key) ? target[key] : undefined;
      if (own === undefined || (!isContainer(own) && !isContainer(value)))
        this.#set(target, key, added);
      else if (
        isContainer(own) &&
        Array.isArray(own) === Array.isArray(value) &&
        isContainer(value)
      )
        this.#mergeInto(own, this.#placeOf(target, key, place), added);
      else throw new Misfit(misfitWords(key, value, own));
    }
  }

  /** A list is added entry by entry, anything else as one entry. */
  #append(list: JsonValue[], place: TextPlace, update: Written): void {
    const added = Array.isArray(update.value)
      ? (update.value as readonly JsonValue[]).map((value, index) => ({
          value,
          place: this.#placeOf(update.value, String(index), update.place),
        }))
      : [update];
    this.#rebuild(list, [
      ...[...list.keys()].map((index) => this.#entry(list, index, place)),
      ...added.map((one) => ({ ...one, value: this.#copy(one.value) })),
    ]);
  }

  #entry(list: JsonValue[], index: number, place: TextPlace): Written {
    return {
      value: list[index] ?? null,
      place: this.#placeOf(list, String(index), place),
    };
  }

  #rebuild(list: JsonValue[], entries: readonly Written[]): void {
    list.splice(0, list.length, ...entries.map(({ value }) => value));
    const places = entries.map(
      ({ place }, index) => [String(index), place] as const,
    );
    this.#moved.set(list, new Map(places));
  }

  #set(target: Container, key: string, { value, place }: Written): void {
    if (Array.isArray(target)) target[Number(key)] = this.#copy(value);
    else setMember(target, key, this.#copy(value));
    const moved = this.#moved.get(target) ?? new Map<string, TextPlace>();
    this.#moved.set(target, moved);
    moved.set(key, place);
  }

  #placeOf(
    container: JsonValue | undefined,
    key: string,
    place: TextPlace,
  ): TextPlace {
    const moved =
      typeof container === "object" && container !== null
        ? this.#moved.get(container)?.get(key)
        : undefined;
    return (
      moved ?? {
        source: place.source,
        pointer: `${place.pointer}/${pointerToken(key)}`,
      }
    );
  }

  /** A value of which nothing is shared, that knows as well where it was written. */
  #copy(value: JsonValue): JsonValue {
    if (!isContainer(value)) return value;
    const moved = this.#moved.get(value);
    let copy: Container;
    if (Array.isArray(value)) copy = value.map((entry) => this.#copy(entry));
    else {
      copy = {};
      for (const [key, member] of Object.entries(value))
        setMember(copy, key, this.#copy(member));
    }
    if (moved !== undefined) this.#moved.set(copy, new Map(moved));
    return copy;
  }
}

function isContainer(value: JsonValue | undefined): value is Container {
  return typeof value === "object" && value !== null;
}

function memberAt(value: JsonValue, key: string | number): JsonValue {
  return isContainer(value)
    ? ((value as MutableObject)[key as string] ?? null)
    : null;
}

function misfitWords(
  key: string,
  update: JsonValue,
  target: JsonValue,
): string {
  const at = key === "" ? "" : `${JSON.stringify(key)}, `;
  return `${kindOf(update)} cannot be merged into ${at}${kindOf(target)}`;
}

/** What a value is, with its article. */
export function kindOf(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return isJsonObject(value) ? "an object" : `a ${typeof value}`;
}
