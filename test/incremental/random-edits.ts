import type { Node, NodeObject } from "./base-spec.js";

/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to below the given number. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new RangeError("nothing to pick from");
    return found;
  }
}

type Edit = (spec: NodeObject, dice: Dice) => void;

/** What people do to a description, by name. Each leaves it one that can be generated from, or nearly. */
export const edits: Readonly<Record<string, Edit>> = {
  "a description of a schema": (spec, dice) => {
    schema(spec, dice)["description"] = words(dice);
  },
  "a description of an operation": (spec, dice) => {
    operation(spec, dice)["description"] = words(dice);
  },
  "a summary": (spec, dice) => {
    operation(spec, dice)["summary"] = words(dice);
  },
  "a description of a member": (spec, dice) => {
    member(spec, dice)["description"] = words(dice);
  },
  "a constraint": (spec, dice) => {
    const found = member(spec, dice);
    if (found["type"] === "string") found["maxLength"] = 1 + dice.below(90);
    else if (found["type"] === "integer") found["maximum"] = dice.below(90);
    else if (found["type"] === "array") found["minItems"] = dice.below(3);
    else found["title"] = words(dice);
  },
  "readOnly or writeOnly": (spec, dice) => {
    const found = member(spec, dice);
    const mark = dice.pick(["readOnly", "writeOnly", "deprecated"]);
    if (found[mark] === true) delete found[mark];
    else found[mark] = true;
  },
  "a member more": (spec, dice) => {
    const members = object(schema(spec, dice), "properties");
    members[`m${dice.below(1000)}`] = dice.pick<NodeObject>([
      { type: "string", format: "date-time" },
      { type: "integer", format: "int64" },
      {
        type: "array",
        items: { $ref: `#/components/schemas/${schemaName(spec, dice)}` },
      },
      { $ref: `#/components/schemas/${schemaName(spec, dice)}` },
      { enum: ["a", "b", dice.below(9)] },
    ]);
  },
  "a member less": (spec, dice) => {
    const members = object(schema(spec, dice), "properties");
    delete members[dice.pick([...Object.keys(members), "none"])];
  },
  "a required member": (spec, dice) => {
    const found = schema(spec, dice);
    const names = Object.keys(object(found, "properties"));
    if (names.length > 0) found["required"] = [dice.pick(names)];
  },
  "a schema more": (spec, dice) => {
    const name = dice.pick(["New", "Newer", "new", "Order2", "Zebra", "Issue"]);
    schemas(spec)[`${name}${dice.below(4)}`] = {
      type: "object",
      properties: {
        of: { $ref: `#/components/schemas/${schemaName(spec, dice)}` },
      },
    };
  },
  "a schema less": (spec, dice) => {
    const all = schemas(spec);
    const text = JSON.stringify(spec);
    const unused = Object.keys(all).filter(
      (name) => !text.includes(`schemas/${name}"`),
    );
    if (unused.length > 0) delete all[dice.pick(unused)];
  },
  "a schema renamed": (spec, dice) => {
    const old = schemaName(spec, dice);
    const name = `${old.replace(/\d+$/, "")}${dice.below(100)}`;
    if (Object.hasOwn(schemas(spec), name)) return;
    const text = JSON.stringify(spec)
      .replaceAll(`schemas/${old}"`, `schemas/${name}"`)
      .replaceAll(`"${old}":{`, `"${name}":{`);
    replace(spec, JSON.parse(text) as NodeObject);
  },
  "the order of schemas": (spec) => reverse(schemas(spec)),
  "the order of paths": (spec) => reverse(object(spec, "paths")),
  "an operation more": (spec, dice) => {
    const paths = object(spec, "paths");
    const number = dice.below(1000);
    paths[`/more/${number}/{id}`] = {
      get: {
        ...(dice.below(2) === 0 ? {} : { operationId: `more${number}` }),
        parameters: [
          {
            name: "id",
            in: "path",
            required: true,
            schema: { type: "integer" },
          },
        ],
        responses: {
          "200": {
            description: "More.",
            content: {
              "application/json": {
                schema: {
                  $ref: `#/components/schemas/${schemaName(spec, dice)}`,
                },
              },
            },
          },
        },
      },
    };
  },
  "an operation less": (spec, dice) => {
    const paths = object(spec, "paths");
    if (Object.keys(paths).length > 6)
      delete paths[dice.pick(Object.keys(paths))];
  },
  "an operation renamed": (spec, dice) => {
    operation(spec, dice)["operationId"] = `renamed${dice.below(1000)}`;
  },
  "a parameter more": (spec, dice) => {
    const found = operation(spec, dice);
    const list = Array.isArray(found["parameters"]) ? found["parameters"] : [];
    found["parameters"] = [
      ...list,
      {
        name: `p${dice.below(10_000)}`,
        in: dice.pick(["query", "header", "cookie"]),
        description: words(dice),
        schema: { type: dice.pick(["string", "integer", "boolean"]) },
      },
    ];
  },
  "parameters less": (spec, dice) => {
    delete operation(spec, dice)["parameters"];
  },
  "tags of an operation": (spec, dice) => {
    operation(spec, dice)["tags"] = [dice.pick(["first", "second", "third"])];
  },
  "tags of all": (spec, dice) => {
    spec["tags"] = [
      { name: dice.pick(["second", "third"]), description: words(dice) },
      { name: "first" },
    ];
  },
  security: (spec, dice) => {
    operation(spec, dice)["security"] = [
      { [dice.pick(["key", "user"])]: [] },
      {},
    ];
  },
  "a security scheme": (spec, dice) => {
    const schemes = object(object(spec, "components"), "securitySchemes");
    schemes["user"] = {
      type: "http",
      scheme: dice.pick(["basic", "bearer"]),
      description: words(dice),
    };
  },
  servers: (spec, dice) => {
    spec["servers"] = [{ url: `https://shop${dice.below(9)}.example` }];
  },
  "servers of an operation": (spec, dice) => {
    operation(spec, dice)["servers"] = [
      { url: `https://own${dice.below(9)}.example` },
    ];
  },
  title: (spec, dice) => {
    object(spec, "info")["title"] = dice.pick(["Shop", "Store", "Stall"]);
  },
  "the description of all": (spec, dice) => {
    object(spec, "info")["description"] = words(dice);
  },
  "a webhook": (spec, dice) => {
    const sold = object(object(spec, "webhooks"), "sold");
    object(sold, "post")["summary"] = words(dice);
  },
  "a callback": (spec, dice) => {
    const pets = object(object(spec, "paths"), "/pets");
    const post = object(pets, "post");
    if (dice.below(2) === 0) delete post["callbacks"];
    else post["summary"] = words(dice);
  },
  "a discriminator": (spec, dice) => {
    const { Pet: pet } = schemas(spec);
    if (!isObject(pet)) return;
    pet["discriminator"] = {
      propertyName: "kind",
      mapping: {
        [dice.pick(["cat", "tom", "puss"])]: "#/components/schemas/Cat",
      },
    };
  },
};

function words(dice: Dice): string {
  const all = ["a", "plain", "`code`", "*word*", "- item", "1 < 2", "end."];
  return Array.from({ length: 4 }, () => dice.pick(all)).join(" ");
}

function replace(spec: NodeObject, by: NodeObject): void {
  for (const key of Object.keys(spec)) delete spec[key];
  Object.assign(spec, by);
}

function reverse(map: NodeObject): void {
  const entries = Object.entries(map).reverse();
  replace(map, Object.fromEntries(entries));
}

export function schemas(spec: NodeObject): NodeObject {
  return object(object(spec, "components"), "schemas");
}

function schemaName(spec: NodeObject, dice: Dice): string {
  return dice.pick(Object.keys(schemas(spec)));
}

function schema(spec: NodeObject, dice: Dice): NodeObject {
  return object(schemas(spec), schemaName(spec, dice));
}

/** A member of some schema; the schema itself where it has none. */
function member(spec: NodeObject, dice: Dice): NodeObject {
  const owner = schema(spec, dice);
  const members = Object.values(object(owner, "properties")).filter(isObject);
  return members.length === 0 ? owner : dice.pick(members);
}

const methods = ["get", "put", "post", "patch", "delete"];

function operation(spec: NodeObject, dice: Dice): NodeObject {
  const items = Object.values(object(spec, "paths")).filter(isObject);
  const all = items.flatMap((item) =>
    methods.flatMap((method) => {
      const found = item[method];
      return isObject(found) ? [found] : [];
    }),
  );
  return dice.pick(all);
}

/** The object behind a key; one of its own where there is none. */
function object(owner: NodeObject, key: string): NodeObject {
  const found = owner[key];
  return isObject(found) ? found : {};
}

export function isObject(value: Node | undefined): value is NodeObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
