/** A type that a module of the user's exports, with the functions that lead to it and back. */
export interface UserType {
  /** The name by which `module` exports the type. */
  readonly type: string;
  /** A package, or a path that begins with `./` or `../`, from the output folder, with its ending. */
  readonly module: string;
  /** The name of the function that makes the type of what was received. */
  readonly parse?: string;
  /** The name of the function that makes of the type what is sent. */
  readonly serialize?: string;
}

/**
 * What specwright brings along: `bigint` for integers, `Date` for texts that are dates, and `brand`: the type on
 * the wire, told apart from others of its kind by its name.
 */
export type BuiltInType = "bigint" | "Date" | "brand";

/**
 * What a value is in memory. Without `parse` and `serialize` it is a type alone: the value is the same on the wire
 * and in memory.
 */
export type MappedType = BuiltInType | UserType;

/** The types that stand in place of what a description says. */
export interface TypeSettings {
  /** By `format`. */
  readonly formats?: Readonly<Record<string, MappedType>>;
  /** By the key under `components/schemas`; comes before the format of that schema. */
  readonly schemas?: Readonly<Record<string, MappedType>>;
}

export const builtInTypes: readonly BuiltInType[] = ["bigint", "Date", "brand"];

/** Whether values are another thing in memory than on the wire. */
export function isConverting(type: MappedType): boolean {
  return typeof type === "string"
    ? type !== "brand"
    : type.parse !== undefined && type.serialize !== undefined;
}
