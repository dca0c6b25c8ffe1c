import { isLeftOut, type Side } from "../../../generator/diff/side.js";
import {
  partsOf,
  type Conjunct,
} from "../../../generator/diff/schemas/conjunct.js";
import type { Schema } from "../../../generator/model/schema.js";

/** Writes the statements of a consumer that reads a value of a schema, all of it, as the schema lets it. */
export class Reader {
  #count = 0;
  readonly #side: Side;

  constructor(side: Side) {
    this.#side = side;
  }

  /**
   * @param expression of the value, without side effects
   * @param mayBeAbsent whether it may be `undefined`
   */
  read(
    expression: string,
    schema: Schema,
    mayBeAbsent = false,
    depth = 0,
  ): readonly string[] {
    const one = this.#side.conjuncts.of(schema);
    if (one.isAny || one.isNever || depth > 4) return [];
    const value = `v${(this.#count += 1)}`;
    const isNothing = [
      ...(one.takesNull ? [`${value} === null`] : []),
      ...(mayBeAbsent ? [`${value} === undefined`] : []),
    ];
    const inner = this.#present(value, one, depth);
    return [
      `const ${value} = ${expression};`,
      ...(isNothing.length === 0
        ? inner
        : [`if (!(${isNothing.join(" || ")})) {`, ...inner, "}"]),
    ];
  }

  #present(value: string, one: Conjunct, depth: number): readonly string[] {
    if (one.values !== undefined) return listed(value, one);
    if (one.unions.length > 0) return this.#union(value, one, depth);
    const types = [...(one.types ?? [])];
    const [only] = types;
    if (types.length !== 1 || only === undefined) {
      return types.flatMap((type) => {
        const word = type === "integer" ? "number" : type;
        return ["string", "number", "boolean"].includes(word)
          ? [
              `if (typeof ${value} === "${word}") { const x: ${word} = ${value}; x.toString(); }`,
            ]
          : [];
      });
    }
    if (only === "array") return this.#array(value, one, depth);
    if (only === "object") return this.#object(value, one, depth);
    const type = only === "integer" ? "number" : only;
    return [`{ const x: ${type} = ${value}; void x; }`];
  }

  #object(value: string, one: Conjunct, depth: number): readonly string[] {
    return [...one.properties].flatMap(([name, { schema }]) =>
      isLeftOut(schema, "response", this.#side)
        ? []
        : [
            `void ${value}[${JSON.stringify(name)}];`,
            ...this.read(
              `${value}[${JSON.stringify(name)}]`,
              schema,
              !one.required.has(name),
              depth + 1,
            ),
          ],
    );
  }

  #array(value: string, one: Conjunct, depth: number): readonly string[] {
    const least = partsOf(one.parts, "minItems")[0]?.keyword.value;
    const most = partsOf(one.parts, "maxItems")[0]?.keyword.value;
    const item = `i${(this.#count += 1)}`;
    const isFixed = least !== undefined && least === most && least < 4;
    return [
      ...(isFixed
        ? this.read(`${value}[0]`, one.items.rest, false, depth + 1)
        : []),
      `for (const ${item} of ${value}) {`,
      ...(one.items.prefix.length === 0
        ? this.read(item, one.items.rest, false, depth + 1)
        : [`void ${item};`]),
      "}",
    ];
  }

  /** Looks at the property that has another single value in each branch, and at all branches exhaustively. */
  #union(value: string, one: Conjunct, depth: number): readonly string[] {
    const branches = one.unions[0]?.branches ?? [];
    const conjuncts = branches.map(({ schema }) =>
      this.#side.conjuncts.of(schema),
    );
    const tag = [...(conjuncts[0]?.properties.keys() ?? [])].find((name) =>
      conjuncts.every((branch) => this.#tagOf(name, branch) !== undefined),
    );
    if (tag !== undefined) {
      return [
        `switch (${value}[${JSON.stringify(tag)}]) {`,
        ...branches.flatMap(({ schema }, index) => [
          `case ${JSON.stringify(this.#tagOf(tag, conjuncts[index] as Conjunct))}: {`,
          ...this.#object(value, this.#side.conjuncts.of(schema), depth),
          "break; }",
        ]),
        `default: { const none: never = ${value}; void none; }`,
        "}",
      ];
    }
    return conjuncts.flatMap(({ types }) => {
      const [type = ""] = types ?? [];
      const word = type === "integer" ? "number" : type;
      return ["string", "number", "boolean"].includes(word)
        ? [
            `if (typeof ${value} === "${word}") { const x: ${word} = ${value}; x.toString(); }`,
          ]
        : [];
    });
  }

  #tagOf(name: string, { properties, required }: Conjunct): unknown {
    const schema = properties.get(name)?.schema;
    const values = schema && this.#side.conjuncts.of(schema).values;
    return required.has(name) && values?.length === 1 ? values[0] : undefined;
  }
}

/** Values of a closed list have no other type; those of an open one are compared with each. */
function listed(
  value: string,
  { values = [], isOpenList, isExtendedList }: Conjunct,
): readonly string[] {
  const literals = values.map((one) => JSON.stringify(one));
  return [
    ...(isOpenList || isExtendedList
      ? []
      : [`{ const x: ${literals.join(" | ")} = ${value}; void x; }`]),
    ...literals.map((literal) => `if (${value} === ${literal}) void ${value};`),
  ];
}
