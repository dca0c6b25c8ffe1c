import { isReadOnlyMember } from "../../member-access.js";
import type { Api } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import { besideNull } from "../../../model/or-null.js";
import type {
  DefinitionId,
  JsonType,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../../model/schema.js";
import { resolvedKeywords } from "../../../model/value-structure.js";
import type { Names } from "../../../names/names.js";
import type {
  FormField,
  FormNode,
  FormOption,
  TextInput,
} from "./form-node.js";

/** What forms are made from. */
export interface FormContext {
  readonly api: Api;
  readonly names: Names;
}

const maximumDepth = 6;
const maximumHint = 60;

/** Collects the named schemas whose nodes are referred to. */
export type NamedNodes = Set<DefinitionId>;

/**
 * The node of a schema, as requests carry its values. Named schemas other than scalars are referred to by the ids of their
 * modules; a schema that says nothing, or too much for fields, is edited as JSON. Whether a value is valid, validators say.
 */
export function formOf(
  schema: Schema,
  context: FormContext,
  named: NamedNodes,
  depth = 0,
): FormNode {
  const target = targetOf(schema);
  if (target !== undefined) {
    const own = context.names.schemas.get(target);
    const found = context.api.definitions[target];
    if (own === undefined || found === undefined) return { kind: "json" };
    if (!isScalar(found.schema, context.api)) {
      named.add(target);
      return { kind: "named", id: own.module.replace(/\.ts$/, "") };
    }
  }
  return nodeOf(schema, context, named, depth);
}

/** The node of a named schema itself. */
export function definitionForm(
  schema: Schema,
  context: FormContext,
  named: NamedNodes,
): FormNode {
  return nodeOf(schema, context, named, 0);
}

function targetOf(schema: Schema): DefinitionId | undefined {
  if (schema.kind === "ref") return schema.target;
  if (schema.kind !== "keywords" || schema.keywords.length !== 1)
    return undefined;
  const [only] = schema.keywords;
  return only?.kind === "reference" ? only.target : undefined;
}

function isScalar(schema: Schema, api: Api): boolean {
  const set = new KeywordsOf(schema, api);
  if (set.options.length > 1) return false;
  const { types } = set;
  return (
    set.all("enum").length > 0 ||
    set.all("const").length > 0 ||
    (types.length > 0 && !types.includes("object") && !types.includes("array"))
  );
}

/** The keywords that apply to a value, by kind. */
class KeywordsOf {
  readonly #keywords: readonly Keyword[];

  constructor(schema: Schema, api: Api) {
    this.#keywords = resolvedKeywords(schema, api);
  }

  all<Kind extends Keyword["kind"]>(
    kind: Kind,
  ): readonly KeywordByKind[Kind][] {
    return this.#keywords.filter(
      (keyword): keyword is KeywordByKind[Kind] => keyword.kind === kind,
    );
  }

  /** Types that every `type` allows, `null` left out. */
  get types(): readonly JsonType[] {
    const [first, ...others] = this.all("type");
    if (first === undefined) return [];
    return first.types.filter(
      (type) =>
        type !== "null" &&
        others.every(
          ({ types }) =>
            types.includes(type) ||
            (type === "integer" && types.includes("number")),
        ),
    );
  }

  get isNullable(): boolean {
    const types = this.all("type");
    return (
      (types.length > 0 && types.every((one) => one.types.includes("null"))) ||
      this.all("enum").some(({ values }) => values.includes(null))
    );
  }

  /** The branches of the first `oneOf` or `anyOf` that says what a value is. */
  get options(): readonly Schema[] {
    const found = [...this.all("oneOf"), ...this.all("anyOf")].find(
      ({ schemas }) => schemas.filter(saysType).length > 1,
    );
    return found?.schemas ?? [];
  }
}

/** Whether a branch says what a value is, and not only which members stand together. */
function saysType(schema: Schema): boolean {
  if (schema.kind === "ref") return true;
  if (schema.kind !== "keywords") return false;
  return schema.keywords.some(
    ({ kind }) =>
      kind === "type" ||
      kind === "const" ||
      kind === "enum" ||
      kind === "properties" ||
      kind === "reference" ||
      kind === "allOf" ||
      kind === "binary",
  );
}

function nodeOf(
  schema: Schema,
  context: FormContext,
  named: NamedNodes,
  depth: number,
): FormNode {
  if (schema.kind === "any" || schema.kind === "never" || depth > maximumDepth)
    return { kind: "json" };
  const set = new KeywordsOf(schema, context.api);
  const isNullable = set.isNullable || hasNullBranch(schema);
  const node = plainNode(set, context, named, depth);
  return isNullable ? { ...node, nullable: true } : node;
}

function hasNullBranch(schema: Schema): boolean {
  return (
    schema.kind === "keywords" &&
    schema.keywords.some((keyword) => besideNull(keyword) !== undefined)
  );
}

function plainNode(
  set: KeywordsOf,
  context: FormContext,
  named: NamedNodes,
  depth: number,
): FormNode {
  if (set.all("binary").length > 0) return { kind: "file" };
  const [constant] = set.all("const");
  if (constant !== undefined) return { kind: "const", value: constant.value };
  const [listed] = set.all("enum");
  if (listed !== undefined) {
    const values = listed.values.filter((value) => value !== null);
    return { kind: "choice", values };
  }
  const { options } = set;
  if (options.length > 1) {
    const base = objectNode(set, context, named, depth);
    return {
      kind: "union",
      options: options
        .filter((option) => option.kind !== "never")
        .map((option, index) =>
          optionOf(option, index, base, context, named, depth),
        ),
    };
  }
  const { types } = set;
  if (types.length > 1) {
    return {
      kind: "union",
      options: types.map((type) => ({
        title: type,
        node: nodeOfType(type, set, context, named, depth),
      })),
    };
  }
  const [type = guessed(set)] = types;
  return type === undefined
    ? { kind: "json" }
    : nodeOfType(type, set, context, named, depth);
}

function guessed(set: KeywordsOf): JsonType | undefined {
  if (set.all("properties").length > 0) return "object";
  if (set.all("items").length > 0) return "array";
  const speaksOfText =
    set.all("pattern").length +
    set.all("format").length +
    set.all("maxLength").length;
  return speaksOfText > 0 ? "string" : undefined;
}

function nodeOfType(
  type: JsonType,
  set: KeywordsOf,
  context: FormContext,
  named: NamedNodes,
  depth: number,
): FormNode {
  switch (type) {
    case "string":
      return { kind: "string", input: textInput(set) };
    case "integer":
      return { kind: "number", isInteger: true };
    case "number":
      return { kind: "number" };
    case "boolean":
      return { kind: "boolean" };
    case "null":
      return { kind: "const", value: null };
    case "array": {
      const [items] = set.all("items");
      if (items === undefined || items.prefix.length > 0)
        return { kind: "json" };
      const { rest } = items;
      return rest === undefined || rest.kind === "any" || rest.kind === "never"
        ? { kind: "json" }
        : { kind: "list", items: formOf(rest, context, named, depth + 1) };
    }
    case "object":
      return objectNode(set, context, named, depth) ?? { kind: "json" };
  }
}

/** The fields of an object; undefined if the schema names no member and gives no schema for others. */
function objectNode(
  set: KeywordsOf,
  context: FormContext,
  named: NamedNodes,
  depth: number,
): Extract<FormNode, { kind: "object" }> | undefined {
  const required = new Set(set.all("required").flatMap(({ names }) => names));
  const fields = new Map<string, FormField>();
  let others: FormNode | undefined;
  for (const { named: properties, additional } of set.all("properties")) {
    for (const { name, schema } of properties) {
      if (schema.kind === "never" || fields.has(name)) continue;
      if (isReadOnlyMember(schema, context.api)) continue;
      fields.set(name, {
        name,
        node: formOf(schema, context, named, depth + 1),
        ...(required.has(name) ? { required: true } : {}),
        ...(schema.annotations.deprecated === true ? { deprecated: true } : {}),
        ...hintOf(schema),
      });
    }
    if (additional?.kind === "keywords" || additional?.kind === "ref")
      others ??= formOf(additional, context, named, depth + 1);
    if (additional?.kind === "any") others ??= { kind: "json" };
  }
  if (fields.size === 0 && others === undefined) return undefined;
  const all = [...fields.values()];
  const ordered = [
    ...all.filter((field) => field.required === true),
    ...all.filter(
      (field) => field.required !== true && field.deprecated !== true,
    ),
    ...all.filter(
      (field) => field.required !== true && field.deprecated === true,
    ),
  ];
  return {
    kind: "object",
    fields: ordered,
    ...(others === undefined ? {} : { others }),
  };
}

function hintOf(schema: Schema): { readonly hint?: string } {
  const { default: value, examples = [] } = schema.annotations;
  const shown = value ?? examples.find((one) => typeof one !== "object");
  if (shown === undefined || typeof shown === "object") return {};
  const text = String(shown);
  return text.length > maximumHint || text.includes("\n") ? {} : { hint: text };
}

function optionOf(
  option: Schema,
  index: number,
  base: Extract<FormNode, { kind: "object" }> | undefined,
  context: FormContext,
  named: NamedNodes,
  depth: number,
): FormOption {
  const node = formOf(option, context, named, depth + 1);
  const title = titleOf(option, node, index, context);
  if (base === undefined) return { title, node };
  const own = nodeOf(option, context, named, depth + 1);
  if (own.kind !== "object") return { title, node };
  const names = new Set(own.fields.map((field) => field.name));
  const inherited = base.fields.filter((field) => !names.has(field.name));
  return { title, node: { ...own, fields: [...inherited, ...own.fields] } };
}

/** What a branch is called: the value of its tag, its own name or title, or its type. */
function titleOf(
  option: Schema,
  node: FormNode,
  index: number,
  { api, names }: FormContext,
): string {
  const target = targetOf(option);
  const name = target && names.schemas.get(target)?.name;
  if (name !== undefined) return name;
  const { title } = option.annotations;
  if (title !== undefined && title !== "") return title;
  if (node.kind === "const") return text(node.value);
  const set = new KeywordsOf(option, api);
  const tag = set
    .all("properties")
    .flatMap((one) => one.named)
    .map(({ schema }) => new KeywordsOf(schema, api).all("const")[0]?.value)
    .find((value) => typeof value === "string");
  if (typeof tag === "string") return tag;
  const words: Partial<Record<FormNode["kind"], string>> = {
    string: "text",
    choice: "one of the values",
    json: "JSON",
  };
  return `${words[node.kind] ?? node.kind} (${index + 1})`;
}

function text(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

const inputOfFormat: Readonly<Record<string, TextInput>> = {
  date: "date",
  email: "email",
  password: "password",
  uri: "url",
  url: "url",
};

function textInput(set: KeywordsOf): TextInput {
  const [format] = set.all("format");
  if (format !== undefined) return inputOfFormat[format.format] ?? "text";
  if (set.all("pattern").length > 0) return "text";
  const [longest] = set.all("maxLength");
  return longest !== undefined && longest.value <= 200 ? "text" : "lines";
}
