import { visible } from "../../diagnostics/shown-text.js";
import type { ModelContext } from "../model-context.js";
import { pathParts } from "../build-operations.js";
import { parameterKey } from "../build-parameters.js";
import { checkIgnoredWith } from "./check-ignored-with.js";
import { followedEntries, followObject } from "../follow-object.js";
import { pathProblem } from "../read-keys.js";
import { readPathItem, type PathItem } from "../read-path-item.js";
import {
  elementsOf,
  entriesOf,
  isObjectSource,
  member,
  stringMember,
  type ObjectSource,
  type Source,
} from "../source.js";

const fixedMethod = /^(?:get|put|post|delete|options|head|patch|trace|query)$/u;

/**
 * What holds between the operations of a description: names that must be unique, path templates that must
 * differ, and the parameters that a template asks for.
 */
export function checkPaths(
  document: ObjectSource,
  context: ModelContext,
): void {
  const check = new PathCheck(context);
  for (const field of ["paths", "webhooks"] as const) {
    for (const [path, written] of followedEntries(document, field, context)) {
      if (path.startsWith("x-")) continue;
      if (field === "paths" && pathProblem(path) !== undefined) continue;
      check.pathItem(path, written, field === "paths");
    }
  }
}

class PathCheck {
  readonly #context: ModelContext;
  readonly #shapes = new Map<string, { path: string; methods: Set<string> }>();

  constructor(context: ModelContext) {
    this.#context = context;
  }

  pathItem(path: string, written: Source, isPath: boolean): void {
    const pathItem = readPathItem(written, this.#context);
    if (pathItem === undefined) return;
    if (isPath) this.#shape(path, written, pathItem);
    const shared = pathItem.owners.flatMap((owner) => this.#parameters(owner));
    for (const operation of operationsOf(pathItem, this.#context)) {
      const own = this.#parameters(operation);
      this.#ignoredWith([...own, ...shared]);
      if (isPath) this.#template(path, operation, [...own, ...shared]);
    }
  }

  /** Paths that differ by the names of their expressions only are one path. */
  #shape(path: string, written: Source, pathItem: PathItem): void {
    const shape = path.replace(/\{[^{}]*\}/gu, "{}");
    const methods = new Set(
      pathItem.owners.flatMap((owner) =>
        Object.keys(owner.value).filter((key) => fixedMethod.test(key)),
      ),
    );
    const first = this.#shapes.get(shape);
    if (first === undefined) {
      this.#shapes.set(shape, { path, methods });
      return;
    }
    const both = [...methods].filter((method) => first.methods.has(method));
    for (const method of methods) first.methods.add(method);
    this.#context.reporter.add(
      both.length > 0 ? "path-twice" : "path-split",
      { ...written, at: "key" },
      both.length > 0
        ? `The path "${visible(path)}" is the same as "${visible(first.path)}", and both have ${both.join(", ")}; only the names of its parameters differ. Both are generated.`
        : `The path "${visible(path)}" is the same as "${visible(first.path)}"; only the names of its parameters differ.`,
      "Join the two paths.",
    );
  }

  /** The parameters of one list, which may hold none twice. */
  #parameters(carrier: ObjectSource): PlacedParameter[] {
    const found = new Map<string, PlacedParameter>();
    for (const place of elementsOf(carrier, "parameters")) {
      const source = followObject(place, this.#context)?.source;
      if (source === undefined) continue;
      const name = stringMember(source, "name");
      const location = stringMember(source, "in");
      if (name === undefined || location === undefined) continue;
      const parameter = { name, in: location, place, source };
      const key = parameterKey(parameter);
      const first = found.get(key);
      if (first === undefined) found.set(key, parameter);
      else {
        this.#context.reporter.add(
          "parameter-twice",
          place,
          `The ${location} parameter "${visible(name)}" stands at "${first.place.pointer}" already, which counts.`,
          "Remove one of the two.",
        );
      }
    }
    return [...found.values()];
  }

  #ignoredWith(parameters: readonly PlacedParameter[]): void {
    for (const parameter of parameters) {
      if (!Object.hasOwn(parameter.source.value, "x-ignored-with")) continue;
      const siblings = parameters
        .filter((other) => other.in === parameter.in && other !== parameter)
        .map(({ name }) => name);
      checkIgnoredWith(parameter.source, siblings, this.#context);
    }
  }

  #template(
    path: string,
    operation: ObjectSource,
    parameters: readonly PlacedParameter[],
  ): void {
    const { reporter } = this.#context;
    const names = pathParts(path).flatMap((part) =>
      part.kind === "parameter" ? [part.name] : [],
    );
    const declared = parameters.filter((parameter) => parameter.in === "path");
    for (const name of new Set(names)) {
      if (declared.some((parameter) => parameter.name === name)) continue;
      reporter.add(
        "path-parameter-missing",
        { ...operation, at: "key" },
        `The path has the expression "{${visible(name)}}", and no path parameter of that name is described; a required text is taken.`,
        `Add { name: ${JSON.stringify(name)}, in: path, required: true, schema: … } to "parameters".`,
      );
    }
    if (new Set(names).size < names.length) {
      reporter.add(
        "path-parameter-repeated",
        { ...operation, at: "key" },
        `The path "${visible(path)}" has one expression twice.`,
        "Give each expression a name of its own.",
      );
    }
    for (const { name, place } of declared) {
      if (names.includes(name)) continue;
      const expression = `{${name}}`;
      const where = path.includes(expression) ? " before its fragment" : "";
      reporter.add(
        "path-parameter-unused",
        place,
        `The path "${visible(path)}" has no expression "${visible(expression)}"${where} for this path parameter; it is ignored.`,
        "Remove the parameter, or put the expression into the path.",
      );
    }
  }
}

interface PlacedParameter {
  readonly name: string;
  readonly in: string;
  /** Where it is listed; `source` is where it is described. */
  readonly place: Source;
  readonly source: ObjectSource;
}

function operationsOf(
  { owners }: PathItem,
  context: ModelContext,
): ObjectSource[] {
  return owners.flatMap((owner) => [
    ...Object.keys(owner.value)
      .filter((key) => fixedMethod.test(key))
      .map((key) => followObject(member(owner, key), context)?.source)
      .filter((operation) => operation !== undefined),
    ...entriesOf(owner, "additionalOperations")
      .map(([, operation]) => operation)
      .filter(isObjectSource),
  ]);
}
