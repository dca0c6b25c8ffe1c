declare const brand: unique symbol;

/** A value that its name tells apart from others of its kind; the brand is a type alone, and never there. */
export type Branded<Value, Name extends string> = Value & {
  readonly [brand]: Name;
};
