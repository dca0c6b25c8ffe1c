import type { Change, ChangePlace } from "../../diff/change.js";
import { catalogue } from "../../diff/kinds/catalogue.js";

/** So many operations are named where a change reaches more. */
const mostOperations = 5;

/** The operations that a change reaches, in words; empty if it reaches none. */
export function operationWords({ operations }: Change): string {
  if (operations.length === 0) return "";
  const names = operations.slice(0, mostOperations).join(", ");
  const more = operations.length - mostOperations;
  return more > 0 ? `${names} and ${more} more operations` : names;
}

/** Why a change is one, and of what. */
export function reasonWords({ subject, reason }: Change): string {
  return subject === undefined ? reason : `${subject}: ${reason}`;
}

/** A file and a line, as terminals and editors link it. */
export function placeWords({ file, line }: ChangePlace): string {
  return `${file}:${line}`;
}

/** What a consumer does about a change, and what would spare them. */
export function adviceWords({ kind, fix }: Change): string {
  const { consumer } = catalogue[kind];
  return fix === undefined ? consumer : `${consumer} ${fix}`;
}
