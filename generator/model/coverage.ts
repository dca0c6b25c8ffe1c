import type { OpenApiVersion } from "../resolve/description.js";
import type { KeywordCoverage, KeywordVerdict } from "./api.js";
import type { ObjectSource } from "./source.js";
import { stringMember } from "./source.js";

interface Verdict {
  readonly verdict: KeywordVerdict;
  readonly reason?: string;
}

const enforced: Verdict = { verdict: "enforced" };

function documentation(reason: string): Verdict {
  return { verdict: "documentation", reason };
}

const words = documentation("says something to readers and asserts nothing");
const place: Verdict = {
  verdict: "enforced",
  reason: "names a schema that references lead to",
};

function table(
  verdict: Verdict,
  keywords: string,
): readonly (readonly [string, Verdict])[] {
  return keywords.split(" ").map((keyword) => [keyword, verdict] as const);
}

const keywordsOf30 =
  "type enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern " +
  "minItems maxItems uniqueItems items minProperties maxProperties required properties additionalProperties " +
  "allOf anyOf oneOf not $ref";

/** What the output makes of each keyword that the Schema Object of any version knows. */
const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ...table(enforced, keywordsOf30),
  ...table(
    enforced,
    "const prefixItems contains minContains maxContains patternProperties propertyNames dependentRequired " +
      "dependentSchemas dependencies if then else unevaluatedItems unevaluatedProperties $dynamicRef $recursiveRef",
  ),
  ...table(
    { verdict: "enforced", reason: "adds null to the type beside it" },
    "nullable",
  ),
  ...table(
    {
      verdict: "enforced",
      reason: "requests are held to the formats that are registered",
    },
    "format",
  ),
  ...table(
    { verdict: "enforced", reason: "requests are held to it" },
    "contentEncoding contentMediaType contentSchema",
  ),
  ...table(
    { verdict: "enforced", reason: "by direction: requests and responses" },
    "readOnly writeOnly",
  ),
  ...table(
    {
      verdict: "typed",
      reason:
        "the union narrows by it and errors name one branch; the branches themselves are enforced",
    },
    "discriminator",
  ),
  ...table(
    place,
    "$id $anchor $dynamicAnchor $recursiveAnchor $defs definitions",
  ),
  ...table(
    { verdict: "enforced", reason: "says which keywords are in force" },
    "$schema $vocabulary",
  ),
  ...table(words, "title description example examples externalDocs $comment"),
  ...table(
    { verdict: "typed", reason: "a @deprecated tag, which editors show" },
    "deprecated",
  ),
  ...table(
    documentation("never filled into, nor checked against, what is sent"),
    "default",
  ),
  ...table(documentation("XML bodies are text"), "xml"),
  ...table(
    documentation("becomes advice: docs, comments and a function"),
    "x-ignored-with",
  ),
  ...table(documentation("names the output"), "x-specwright-name"),
]);

const since31 = documentation("not known to OpenAPI 3.0, which ignores it");
const beside = documentation("stands beside $ref, which OpenAPI 3.0 ignores");
const old30 = new Set(
  `${keywordsOf30} nullable format readOnly writeOnly discriminator title description example externalDocs deprecated default xml`.split(
    " ",
  ),
);

interface Row extends Verdict {
  readonly keyword: string;
  count: number;
}

/** Counts what becomes of the keywords of all schemas. */
export class CoverageCounter {
  readonly #version: OpenApiVersion;
  readonly #rows = new Map<string, Row>();

  constructor(version: OpenApiVersion) {
    this.#version = version;
  }

  /** The keywords of one schema. */
  add(schema: ObjectSource): void {
    const isOldReference =
      this.#version === "3.0" && stringMember(schema, "$ref") !== undefined;
    for (const keyword of Object.keys(schema.value)) {
      const verdict =
        isOldReference && keyword !== "$ref" && keyword !== "description"
          ? beside
          : this.#verdictOf(keyword);
      this.#count(keyword, verdict);
    }
  }

  #verdictOf(keyword: string): Verdict {
    const known = verdicts.get(keyword);
    if (known === undefined) {
      return keyword.startsWith("x-")
        ? documentation("an extension that is kept and not interpreted")
        : documentation("not a keyword of JSON Schema 2020-12 or OpenAPI");
    }
    if (this.#version === "3.0") {
      return old30.has(keyword) || keyword.startsWith("x-") ? known : since31;
    }
    return keyword === "nullable"
      ? documentation("OpenAPI 3.0's; 3.1 has the type null")
      : known;
  }

  #count(keyword: string, { verdict, reason }: Verdict): void {
    const key = `${keyword} ${verdict} ${reason ?? ""}`;
    const row = this.#rows.get(key);
    if (row !== undefined) {
      row.count += 1;
      return;
    }
    this.#rows.set(key, {
      keyword,
      verdict,
      ...(reason === undefined ? {} : { reason }),
      count: 1,
    });
  }

  /** What became of each keyword that is used, by name. */
  get all(): KeywordCoverage[] {
    return [...this.#rows.values()]
      .map((row) => ({ ...row }))
      .sort((a, b) =>
        a.keyword === b.keyword
          ? b.count - a.count
          : a.keyword < b.keyword
            ? -1
            : 1,
      );
  }
}
