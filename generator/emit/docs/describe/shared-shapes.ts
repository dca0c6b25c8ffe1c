import { createHash } from "node:crypto";
import { Memo } from "../../../tracking/memo.js";
import { Query } from "../../../tracking/query.js";
import type { Api } from "../../../model/api.js";
import type { Schema } from "../../../model/schema.js";
import { schemasOfOperation } from "../../../model/find-views.js";
import { allOperations } from "../../../model/api.js";
import { visitChildren } from "../../../model/walk-schema.js";
import { EqualSchemas } from "./equal-schemas.js";
import { keywordSet } from "./keywords-by-kind.js";

/** Smaller objects are printed wherever they are: a link would say less. */
const minimumFields = 4;

const maximumDepth = 40;
const maximumSize = 5000;

/** Ids of the anonymous objects that several places of a description repeat, sorted. */
export const shapeIds = new Query<Api, readonly string[]>(
  "shape-ids",
  (api) => {
    const ids = [...shapesOf(api).keys()].sort();
    return () => ids;
  },
);

/** A repeated anonymous object by its id; undefined for an id of none. */
export const shapeById = new Query<Api, Schema | undefined>("shape", (api) => {
  const shapes = shapesOf(api);
  return (id) => shapes.get(id);
});

/** Whether an id is that of a repeated anonymous object. */
export const isShape = new Query<Api, boolean>("is-shape", (api) => {
  const shapes = shapesOf(api);
  return (id) => shapes.has(id);
});

/**
 * The id that an anonymous object would have as a shape: of its title and its content, without the place and the
 * description, so that it stays the same whatever is added elsewhere. Undefined for what cannot be one.
 */
export function shapeIdOf(schema: Schema): string | undefined {
  if (schema.kind !== "keywords") return undefined;
  const { properties, reference } = keywordSet(schema);
  if (reference !== undefined) return undefined;
  if ((properties?.named.length ?? 0) < minimumFields) return undefined;
  return ids.get(schema, () => {
    if (!isSmall(schema)) return undefined;
    const { title = "" } = schema.annotations;
    const content = schema.keywords.filter(({ kind }) => kind !== "type");
    const text = JSON.stringify([title, content], (key, value: unknown) =>
      key === "pointer" ? undefined : value,
    );
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    const words = title.toLowerCase().match(/[a-z\d]+/g) ?? ["object"];
    return `${words.join("-").slice(0, 40)}-${hash}`;
  });
}

const ids = new Memo<Schema, string | undefined>();

/** False for schemas that nobody writes by hand: too deep or too large to compare. */
function isSmall(schema: Schema): boolean {
  let level: Schema[] = [schema];
  for (let depth = 0, count = 0; level.length > 0; depth++) {
    count += level.length;
    if (depth > maximumDepth || count > maximumSize) return false;
    const inner: Schema[] = [];
    for (const each of level)
      visitChildren(each, (child) => {
        inner.push(child);
      });
    level = inner;
  }
  return true;
}

const found = new Memo<Api, ReadonlyMap<string, Schema>>();

function shapesOf(api: Api): ReadonlyMap<string, Schema> {
  return found.get(api, () => findShapes(api));
}

/** Looks into the content of an object once: what a repeated object consists of is not repeated by that. */
function findShapes(api: Api): ReadonlyMap<string, Schema> {
  const equal = new EqualSchemas();
  const firsts = new Map<string, Schema>();
  const repeated = new Map<string, Schema>();
  const open: Schema[] = [];
  const add = (schema: Schema): void => {
    open.push(schema);
  };
  for (const { schema } of Object.values(api.definitions))
    visitChildren(schema, add);
  for (const operation of allOperations(api))
    for (const schema of schemasOfOperation(operation)) add(schema);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const id = shapeIdOf(equal.of(next));
    const first = id === undefined ? undefined : firsts.get(id);
    if (id !== undefined && first !== undefined) {
      repeated.set(id, first);
      continue;
    }
    if (id !== undefined) firsts.set(id, next);
    visitChildren(next, add);
  }
  return repeated;
}
