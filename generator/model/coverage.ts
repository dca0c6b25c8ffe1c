import type { AssertSettings, ModelSettings } from "../config/config.js";
import { parsePattern } from "../patterns/parse-pattern.js";
import type { OpenApiVersion } from "../resolve/description.js";
import { contentReason, formatReason } from "./asserting-names.js";
import type { KeywordCoverage, KeywordVerdict } from "./api.js";
import { ignoresSiblings, isNewerThan, type Draft } from "./drafts.js";
import { isJsonObject, type JsonValue } from "./json.js";
import { stringMember, type ObjectSource } from "./source.js";

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

/** What the output makes of each keyword that the Schema Object of any version knows. */
const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ...table(
    enforced,
    "type enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern " +
      "minItems maxItems uniqueItems items minProperties maxProperties required properties additionalProperties " +
      "allOf anyOf oneOf not $ref",
  ),
  ...table(
    enforced,
    "const prefixItems contains minContains maxContains patternProperties propertyNames dependentRequired " +
      "dependentSchemas dependencies additionalItems if then else unevaluatedItems unevaluatedProperties $dynamicRef $recursiveRef",
  ),
  ...table(
    { verdict: "enforced", reason: "adds null to what is valid" },
    "nullable",
  ),
  ...table(enforced, "format contentEncoding contentMediaType contentSchema"),
  ...table(
    { verdict: "enforced", reason: "by direction: requests and responses" },
    "readOnly writeOnly",
  ),
  ...table(
    {
      verdict: "enforced",
      reason: "its value selects the branch, and that branch decides",
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
  ...table(
    {
      verdict: "typed",
      reason: "names the values of a named enum, in a constant",
    },
    "x-enum-varnames x-enumNames x-enum-descriptions x-enumDescriptions",
  ),
  ...table(documentation("names the output"), "x-specwright-name"),
]);

const beside = documentation("stands beside $ref, which OpenAPI 3.0 ignores");
const besideInDraft = documentation(
  "stands beside $ref, which this draft of JSON Schema ignores",
);
const newerThanDraft = documentation(
  "not known to the draft of JSON Schema that the schema names",
);
const unreadable = documentation(
  "not a regular expression of ECMAScript, and not checked",
);
const empty = documentation("an empty list, taken as absent");
const noList = documentation("no list, and ignored");

/** @param reason why the keyword asserts nothing; undefined where it does */
function verdictFor(
  reason: string | undefined,
  { assert }: AssertSettings,
): Verdict {
  if (reason !== undefined) return documentation(reason);
  const who = assert === "everywhere" ? "requests and responses" : "requests";
  return { verdict: "enforced", reason: `${who} are held to it` };
}

/** The verdict on a keyword whose value says nothing that could be checked, which has been reported. */
function ignoredVerdict(
  keyword: string,
  value: JsonValue | undefined,
): Verdict | undefined {
  if (keyword === "pattern") {
    return typeof value === "string" && !isReadable(value)
      ? unreadable
      : undefined;
  }
  if (keyword === "patternProperties") {
    return isJsonObject(value) && !Object.keys(value).every(isReadable)
      ? unreadable
      : undefined;
  }
  if (/^(?:type|allOf|anyOf|oneOf)$/u.test(keyword)) {
    return Array.isArray(value) && value.length === 0 ? empty : undefined;
  }
  return keyword === "required" && !Array.isArray(value) ? noList : undefined;
}

function isReadable(pattern: string): boolean {
  return !("reason" in parsePattern(pattern));
}

interface Row extends Verdict {
  readonly keyword: string;
  count: number;
}

/** Counts what becomes of the keywords of all schemas. */
export class CoverageCounter {
  readonly #version: OpenApiVersion;
  readonly #settings: ModelSettings;
  readonly #rows = new Map<string, Row>();

  constructor(version: OpenApiVersion, settings: ModelSettings) {
    this.#version = version;
    this.#settings = settings;
  }

  /** The keywords of one schema, of an earlier draft of JSON Schema where one is named. */
  add(schema: ObjectSource, draft?: Draft): void {
    const isReference = stringMember(schema, "$ref") !== undefined;
    const isOld =
      draft === undefined ? this.#version === "3.0" : ignoresSiblings(draft);
    for (const keyword of Object.keys(schema.value)) {
      const verdict =
        isReference && isOld && !this.#countsBesideReference(keyword)
          ? draft === undefined
            ? beside
            : besideInDraft
          : this.#verdictOf(keyword, schema, draft);
      this.#count(keyword, verdict);
    }
  }

  #countsBesideReference(keyword: string): boolean {
    return keyword === "nullable"
      ? this.#settings.nullable === "intent"
      : keyword === "$ref" || keyword === "description";
  }

  #verdictOf(
    keyword: string,
    schema: ObjectSource,
    draft: Draft | undefined,
  ): Verdict {
    if (draft !== undefined && isNewerThan(draft, keyword)) {
      return newerThanDraft;
    }
    const isOldId = draft === "draft-04" && keyword === "id";
    const known = verdicts.get(isOldId ? "$id" : keyword);
    if (known === undefined) {
      return keyword.startsWith("x-")
        ? documentation("an extension that is kept and not interpreted")
        : documentation("not a keyword of JSON Schema 2020-12 or OpenAPI");
    }
    if (
      this.#version !== "3.0" &&
      keyword === "nullable" &&
      this.#settings.nullable === "letter"
    ) {
      return documentation("OpenAPI 3.0's; 3.1 has the type null");
    }
    return (
      this.#optionalVerdict(keyword, schema) ??
      ignoredVerdict(keyword, schema.value[keyword]) ??
      known
    );
  }

  /** The verdict on a keyword that asserts as far as the settings ask for it. */
  #optionalVerdict(keyword: string, schema: ObjectSource): Verdict | undefined {
    const { formats, content, discriminators } = this.#settings;
    if (keyword === "discriminator" && discriminators === "annotation") {
      return documentation("an annotation by the configuration");
    }
    if (keyword === "format") {
      const format = stringMember(schema, "format") ?? "";
      return verdictFor(formatReason(format, formats), formats);
    }
    if (!keyword.startsWith("content")) return undefined;
    const encoding = stringMember(schema, "contentEncoding");
    const mediaType = stringMember(schema, "contentMediaType");
    const reason = contentReason(keyword, { encoding, mediaType }, content);
    return verdictFor(reason, content);
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
