/**
 * The tag of an object that none of the known branches of a union describes: a string, which the declaration of an enum
 * keeps apart from the known tags, so that TypeScript narrows by these. The enum is a type alone, and never there.
 */
export declare enum UnknownTag {
  /** Stands for every value that the description does not list. */
  Any = "any value that the description does not list",
}
