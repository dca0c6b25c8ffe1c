import type { Shape, ShapeByKind } from "./shape.js";

/**
 * What openapi-typescript is given: the part of its Schema Object that yields just the wanted syntax. Names,
 * literals, references and comments are slots, so that no text of the spec passes through its printer.
 */
export type SlotSchema =
  | { readonly type: "null" | "boolean" | "number" | "string" }
  | { readonly type: "slot"; readonly slot: string }
  | { readonly type: "array"; readonly items: SlotSchema }
  | {
      readonly type: "tuple";
      readonly items: readonly SlotElement[];
      readonly rest?: SlotSchema;
    }
  | {
      readonly type: "object";
      readonly properties: Readonly<Record<string, SlotMember>>;
      readonly required: readonly string[];
      readonly index?: SlotSchema;
    }
  | { readonly anyOf: readonly SlotSchema[] }
  | { readonly allOf: readonly SlotSchema[] }
  | true
  | false;

export interface SlotElement {
  readonly schema: SlotSchema;
  readonly optional: boolean;
}

/** A member: wrapped in a choice of one, so that openapi-typescript adds no comment of its own. */
export interface SlotMember {
  readonly anyOf: readonly [SlotSchema];
  /** The slot of the comment; absent where there is none. */
  readonly comment?: string;
}

/** Where the code goes that stands behind the slots. */
export interface Slots {
  symbol(shape: ShapeByKind["reference"]): string;
  literal(shape: ShapeByKind["literal"]): string;
  text(): string;
  bytes(): string;
  key(name: string): string;
  comment(
    docs: ShapeByKind["object"]["members"][number]["docs"],
  ): string | undefined;
}

/** Turns a shape into the schema that openapi-typescript prints it from. */
export function schemaOfShape(shape: Shape, slots: Slots): SlotSchema {
  return (printers[shape.kind] as (shape: Shape, slots: Slots) => SlotSchema)(
    shape,
    slots,
  );
}

const printers: {
  readonly [K in Shape["kind"]]: (
    shape: ShapeByKind[K],
    slots: Slots,
  ) => SlotSchema;
} = {
  unknown: () => true,
  never: () => false,
  primitive: ({ type }) => ({ type }),
  literal: (shape, slots) => ({ type: "slot", slot: slots.literal(shape) }),
  text: (_, slots) => ({ type: "slot", slot: slots.text() }),
  bytes: (_, slots) => ({ type: "slot", slot: slots.bytes() }),
  reference: (shape, slots) => ({ type: "slot", slot: slots.symbol(shape) }),
  array: ({ item }, slots) => ({
    type: "array",
    items: schemaOfShape(item, slots),
  }),
  tuple: ({ items, rest }, slots) => ({
    type: "tuple",
    items: items.map(({ shape, optional }) => ({
      schema: schemaOfShape(shape, slots),
      optional,
    })),
    ...(rest === undefined ? {} : { rest: schemaOfShape(rest, slots) }),
  }),
  object: ({ members, index }, slots) => {
    const properties: Record<string, SlotMember> = {};
    const required: string[] = [];
    for (const { name, shape, optional, docs } of members) {
      const key = slots.key(name);
      const comment = slots.comment(docs);
      properties[key] = {
        anyOf: [schemaOfShape(shape, slots)],
        ...(comment === undefined ? {} : { comment }),
      };
      if (!optional) required.push(key);
    }
    return {
      type: "object",
      properties,
      required,
      ...(index === undefined ? {} : { index: schemaOfShape(index, slots) }),
    };
  },
  union: ({ options }, slots) => ({
    anyOf: options.map((option) => schemaOfShape(option, slots)),
  }),
  intersection: ({ parts }, slots) => ({
    allOf: parts.map((part) => schemaOfShape(part, slots)),
  }),
};
