import type { ModelContext } from "../model-context.js";
import { brokenExample } from "../build-examples.js";
import type { Draft } from "../drafts.js";
import { isBareReference } from "../follow-object.js";
import type { JsonValue } from "../json.js";
import {
  elements,
  entries,
  isObjectSource,
  member,
  pointerKeys,
  stringMember,
  type ObjectSource,
  type Source,
} from "../source.js";
import type { FieldType, ObjectName } from "./field-types.js";
import { fittingType, isFine } from "./valid-values.js";
import { keyChecks } from "./key-checks.js";
import { objectChecks } from "./object-checks.js";
import { isInformative, objectTypes } from "./object-types.js";
import { checkPaths } from "./check-paths.js";
import { checkSchemaReference } from "./check-schema-reference.js";
import { SchemaLimits } from "./schema-limits.js";
import { adviseOnValue } from "./type-aliases.js";
import {
  followedAnyway,
  followTypedReference,
  isOfExamples,
  ownsAnyKey,
} from "./typed-reference.js";
import {
  ignoreRequiredFlag,
  readAsEmptyObject,
  readAsNullType,
  readAsText,
  readWithoutQuotes,
} from "./lenient-values.js";
import {
  article,
  isKnown,
  isRequired,
  reportBooleanSchema,
  reportMissingField,
  reportOtherVersion,
  reportSiblings,
  reportUnknownField,
  reportWrongReference,
  reportWrongType,
  requiredFields,
} from "./field-reports.js";

/** Something that is still to be looked at: what `isFine` settles is none. */
interface Task {
  readonly source: Source;
  readonly type: FieldType;
  /** What messages call it: the key, quoted, or what it is an entry of. */
  readonly label: string;
  /** How many schemas are around it. */
  readonly depth: number;
  readonly required: boolean;
  /** Whether it only informs readers, so that nothing is lost that could be checked. */
  readonly informative: boolean;
}

type TaskOf<K extends FieldType["kind"]> = Task & {
  readonly type: Extract<FieldType, { kind: K }>;
};

/**
 * Reports every place where a description, with all the files that it refers to, breaks the OpenAPI
 * specification of its version. Uses no recursion: neither depth nor cycles can stop it. False if it has more schemas
 * than are taken; what lies behind these is not looked at.
 */
export function checkStructure(
  document: ObjectSource,
  context: ModelContext,
): boolean {
  const isWhole = new StructureCheck(context).run(document);
  if (isWhole) checkPaths(document, context);
  return isWhole;
}

class StructureCheck {
  readonly #context: ModelContext;
  readonly #open: Task[] = [];
  readonly #limits: SchemaLimits;
  /** What references have led to, with the kind of object that is wanted there. */
  readonly #reached = new Set<string>();

  constructor(context: ModelContext) {
    this.#context = context;
    this.#limits = new SchemaLimits(context.reporter);
  }

  run(document: ObjectSource): boolean {
    this.#push(document, { kind: "object", object: "openapi" }, "the document");
    for (
      let task = this.#open.pop();
      task !== undefined && !this.#limits.isFull;
      task = this.#open.pop()
    ) {
      const visit = this.#visitors[task.type.kind] as (task: Task) => void;
      visit(task);
    }
    return !this.#limits.isFull;
  }

  readonly #visitors: {
    readonly [K in FieldType["kind"]]: (task: TaskOf<K>) => void;
  } = {
    any: () => undefined,
    text: (task) => {
      const { value } = task.source;
      const { values = [] } = task.type;
      if (typeof value !== "string") {
        const isRead =
          values.length === 0
            ? readAsText(task.source, task, this.#context)
            : readAsNullType(task.source, task, this.#context);
        if (isRead) return;
        return reportWrongType(task.source, "a string", task, this.#context);
      }
      this.#context.reporter.add(
        "value-unknown",
        task.source,
        `${task.label} is ${JSON.stringify(value)}, which is not one of ${values.join(", ")}.`,
        adviseOnValue(value, values),
      );
    },
    boolean: (task) => {
      if (readWithoutQuotes(task.source, task, this.#context)) return;
      reportWrongType(task.source, "true or false", task, this.#context);
    },
    number: (task) => {
      if (readWithoutQuotes(task.source, task, this.#context)) return;
      const wanted =
        typeof task.source.value === "number"
          ? "a number greater than 0"
          : "a number";
      reportWrongType(task.source, wanted, task, this.#context);
    },
    count: (task) => {
      if (readWithoutQuotes(task.source, task, this.#context)) return;
      reportWrongType(
        task.source,
        "a whole number, 0 or more",
        task,
        this.#context,
      );
    },
    list: (task) => {
      if (!Array.isArray(task.source.value)) {
        if (ignoreRequiredFlag(task.source, this.#context)) return;
        return reportWrongType(task.source, "a list", task, this.#context);
      }
      const items = elements(task.source);
      if (task.type.filled && items.length === 0) {
        this.#context.reporter.add(
          "list-empty",
          task.source,
          `${task.label} is an empty list; it needs at least one entry, and is taken as absent.`,
          "Add an entry, or remove the field.",
        );
      }
      this.#pushAll(items, task.type.of, `an entry of ${task.label}`, task);
    },
    map: (task) => {
      if (!isObjectSource(task.source))
        return reportWrongType(task.source, "a map", task, this.#context);
      if (this.#visitMapReference(task.source, task)) return;
      const values: Source[] = [];
      for (const [key, source] of entries(task.source)) {
        if (key.startsWith("x-") && task.type.keys !== "properties") {
          if (keyChecks[task.type.keys].isExtensible) continue;
        }
        keyChecks[task.type.keys].check(
          key,
          source,
          this.#context,
          task.source,
        );
        values.push(source);
      }
      this.#pushAll(values, task.type.of, `an entry of ${task.label}`, task);
    },
    either: (task) => {
      const { value } = task.source;
      const fitting = fittingType(task.type.types, value);
      if (fitting !== undefined) this.#open.push({ ...task, type: fitting });
    },
    object: (task) => this.#visitObject(task),
  };

  #visitObject(task: TaskOf<"object">): void {
    const { source, type } = task;
    if (type.object === "schema" && typeof source.value === "boolean") {
      return reportBooleanSchema(source, this.#context);
    }
    const description = objectTypes[type.object];
    if (!isObjectSource(source)) {
      if (readAsEmptyObject(source, type.object, task, this.#context)) return;
      return reportWrongType(
        task.source,
        `${article(description.title)}`,
        task,
        this.#context,
      );
    }
    const depth = type.object === "schema" ? task.depth + 1 : 0;
    if (type.object === "schema") {
      if (!this.#limits.take(source, depth)) return;
      const resource = this.#context.resources.at(source);
      this.#context.coverage.add(source, resource.draft);
    }
    if (this.#visitReference(source, type, task)) return;
    this.#visitFields(source, type.object, task.informative, depth);
    objectChecks[type.object]?.(source, this.#context);
  }

  /** Follows a reference; true where the object is nothing but one. */
  #visitReference(
    source: ObjectSource,
    type: Extract<FieldType, { kind: "object" }>,
    task: Task,
  ): boolean {
    if (!Object.hasOwn(source.value, "$ref")) return false;
    const isSchema = type.object === "schema";
    const isReference =
      type.reference !== undefined &&
      isKnown({ since: type.reference }, this.#context.version);
    if (!isSchema && !isReference && type.object !== "pathItem") {
      if (followedAnyway.has(type.object)) {
        this.#visitUnusual(source, type);
        return true;
      }
      this.#context.reporter.add(
        "reference-not-allowed",
        { ...source, pointer: `${source.pointer}/$ref`, at: "key" },
        `A reference cannot stand here: ${article(objectTypes[type.object].title)} is wanted.`,
        "Write the object out, or refer to what holds it.",
      );
      return true;
    }
    const reference = stringMember(source, "$ref");
    const target =
      reference === undefined
        ? undefined
        : followTypedReference(type.object, reference, source, this.#context);
    if (target !== undefined) this.#reach(target, type);
    if (isReference) this.#checkReferenceObject(source, task);
    return (
      isReference || (isSchema && checkSchemaReference(source, this.#context))
    );
  }

  /** A map in whose place a reference stands, which OpenAPI knows of Callback Objects alone. */
  #visitMapReference(source: ObjectSource, task: TaskOf<"map">): boolean {
    const { keys, of, reference } = task.type;
    if (reference === true && Object.hasOwn(source.value, "$ref")) {
      this.#reachReferred(source, task.type);
      this.#checkReferenceObject(source, task);
      return true;
    }
    if (of.kind !== "object" || ownsAnyKey.has(keys)) return false;
    if (!isBareReference(source)) return false;
    this.#visitUnusual(source, task.type);
    return true;
  }

  #visitUnusual(source: ObjectSource, type: FieldType): void {
    this.#context.reporter.add(
      "reference-unusual",
      { ...source, pointer: `${source.pointer}/$ref`, at: "key" },
      "OpenAPI gives a reference no meaning here; it is followed.",
      "Refer to the objects that OpenAPI lets be referred to.",
    );
    if (stringMember(source, "$ref") === undefined)
      return reportWrongReference(source, this.#context);
    this.#reachReferred(source, type);
  }

  #reachReferred(source: ObjectSource, type: FieldType): void {
    const { resources } = this.#context;
    const reference = stringMember(source, "$ref");
    if (reference === undefined) return;
    const target = resources.resolve(
      reference,
      source,
      resources.at(source),
      isOfExamples(type) ? brokenExample : undefined,
    );
    if (target !== undefined) this.#reach(target, type);
  }

  #reach(target: Source, type: FieldType): void {
    const kind = type.kind === "object" ? type.object : type.kind;
    const key = `${kind} ${target.file}#${target.pointer}`;
    if (this.#reached.has(key)) return;
    this.#reached.add(key);
    const name = pointerKeys(target.pointer).at(-1) ?? target.file;
    this.#push(target, type, JSON.stringify(name));
  }

  /** OpenAPI Reference Object: nothing beside `$ref`, since 3.1 but a summary and a description. */
  #checkReferenceObject(source: ObjectSource, task: Task): void {
    if (stringMember(source, "$ref") === undefined) {
      reportWrongReference(source, this.#context);
    }
    const allowed =
      this.#context.version === "3.0"
        ? ["$ref"]
        : ["$ref", "summary", "description"];
    reportSiblings(source, allowed, task.label, this.#context);
  }

  #visitFields(
    source: ObjectSource,
    object: ObjectName,
    informative: boolean,
    depth: number,
  ): void {
    const description = objectTypes[object];
    const draft = this.#draftOf(source, object);
    // Earlier drafts know what OpenAPI knows since 3.1, as far as they are in force.
    const version = draft === undefined ? this.#context.version : "3.1";
    const found: Task[] = [];
    for (const key of Object.keys(source.value)) {
      const field = description.fields.get(key);
      if (field === undefined) {
        if (!key.startsWith("x-") && !(draft === "draft-04" && key === "id"))
          reportUnknownField(source, key, description, this.#context);
        continue;
      }
      if (!isKnown(field, version)) {
        reportOtherVersion(source, key, field, description, this.#context);
        if (field.until !== undefined) continue;
      }
      if (isFine(field.type, source.value[key] as JsonValue)) continue;
      found.push({
        source: member(source, key) as Source,
        type: field.type,
        label: `"${key}"`,
        depth,
        required: isRequired(field, version),
        informative: informative || isInformative(object, key),
      });
    }
    for (let index = found.length - 1; index >= 0; index -= 1) {
      this.#open.push(found[index] as Task);
    }
    for (const [key, field] of requiredFields(description, version)) {
      if (Object.hasOwn(source.value, key)) continue;
      reportMissingField(source, key, field, description, this.#context);
    }
  }

  #draftOf(source: ObjectSource, object: ObjectName): Draft | undefined {
    return object === "schema"
      ? this.#context.resources.at(source).draft
      : undefined;
  }

  #push(source: Source, type: FieldType, label: string): void {
    this.#open.push({
      source,
      type,
      label,
      depth: 0,
      required: true,
      informative: false,
    });
  }

  #pushAll(
    sources: readonly Source[],
    type: FieldType,
    label: string,
    { depth, informative }: Task,
  ): void {
    for (let index = sources.length - 1; index >= 0; index -= 1) {
      const source = sources[index] as Source;
      if (isFine(type, source.value)) continue;
      this.#open.push({
        source,
        type,
        label,
        depth,
        required: true,
        informative,
      });
    }
  }
}
