import type { ContentRule } from "../../model/schema.js";
import type { Statement } from "./statement.js";

/** `contentEncoding` and its kin are annotations (Validation §8.2): they assert nothing. */
export function content(_rule: ContentRule): Statement[] {
  return [];
}
