import { chains } from "./chains.js";
import type { Json } from "./description.js";
import { lists } from "./lists.js";
import { operations } from "./operations.js";
import { unions } from "./unions.js";
import { texts } from "./texts.js";

/** A kind of description that can be made of any size. */
export interface Shape {
  /** What grows. */
  readonly title: string;
  /** The size at which the benchmark starts to double. */
  readonly size: number;
  /** The description, as the value of a JSON file or as the text of a YAML file. */
  readonly make: (size: number) => Json;
}

/** Descriptions that are as wide, deep, linked, wordy or wrong as one wants them. */
export const shapes: readonly Shape[] = [
  ...lists,
  ...chains,
  ...texts,
  ...operations,
  ...unions,
];
