/** The drafts of JSON Schema before 2020-12 that schemas are read under, in their order. */
export type Draft = "draft-04" | "draft-06" | "draft-07" | "2019-09";

const uri =
  /^https?:\/\/json-schema\.org\/(?:(draft-0[467])|draft\/(2019-09))\/schema#?$/u;

/** The earlier draft that a `$schema` names; undefined for 2020-12 and everything that is not known. */
export function draftOf(dialect: string | undefined): Draft | undefined {
  const [, older, newer] = uri.exec(dialect ?? "") ?? [];
  return (older ?? newer) as Draft | undefined;
}

const newest = new Set(["prefixItems", "$dynamicRef", "$dynamicAnchor"]);

const since2019 = [
  "$anchor",
  "$defs",
  "$recursiveRef",
  "$recursiveAnchor",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedItems",
  "unevaluatedProperties",
  "minContains",
  "maxContains",
  "contentSchema",
];

const sinceDraft7 = [
  "if",
  "then",
  "else",
  "contentEncoding",
  "contentMediaType",
];

const sinceDraft6 = ["$id", "const", "contains", "propertyNames"];

/** The keywords that came after a draft, which have no meaning in its schemas. */
const unknown: Readonly<Record<Draft, ReadonlySet<string>>> = {
  "2019-09": newest,
  "draft-07": new Set([...newest, ...since2019]),
  "draft-06": new Set([...newest, ...since2019, ...sinceDraft7]),
  "draft-04": new Set([
    ...newest,
    ...since2019,
    ...sinceDraft7,
    ...sinceDraft6,
  ]),
};

/** True for a keyword that asserts something in later drafts alone. */
export function isNewerThan(draft: Draft, keyword: string): boolean {
  return unknown[draft].has(keyword);
}

/** True for a draft in which whatever stands beside `$ref` is ignored (draft-07 Core §8.3). */
export function ignoresSiblings(draft: Draft): boolean {
  return draft !== "2019-09";
}
