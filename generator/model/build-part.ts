import type { ModelSettings } from "../config/config.js";
import { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Description } from "../resolve/description.js";
import { walkPointer } from "../resolve/walk-pointer.js";
import type { Definition, Operation } from "./api.js";
import type { BuildContext } from "./build-context.js";
import { buildDefaults } from "./build-info.js";
import { OperationBuilder } from "./build-operations.js";
import { buildNextDefinition } from "./build-schema.js";
import { entryDocument } from "./component-schemas.js";
import { DefinitionRegistry } from "./definition-registry.js";
import { emptyScope } from "./dynamic-scope.js";
import { newBuildContext } from "./new-build-context.js";
import type { DefinitionId } from "./schema.js";
import type { ObjectSource } from "./source.js";

/**
 * Builds single definitions and the operations of single path items, for a description of one file that is known to
 * be sound. What depends on an order over the whole (which of two operations has an `operationId`, which operation a
 * shared callback belongs to) is not known here: whoever takes a part compares it with one that `buildApi` has made.
 */
export class PartBuilder {
  readonly #document: ObjectSource | undefined;
  readonly #context: BuildContext;

  constructor(description: Description, settings: ModelSettings) {
    const collector = new DiagnosticCollector();
    this.#context = newBuildContext(description, collector, settings);
    this.#document = entryDocument(this.#context);
  }

  /** A definition whose id is the place of its schema in the entry document; undefined where none stands there. */
  definition(id: DefinitionId): Definition | undefined {
    if (this.#document === undefined || !id.startsWith("#")) return undefined;
    const walk = walkPointer(this.#document.value, id.slice(1));
    if (walk.kind !== "found") return undefined;
    const definitions = new DefinitionRegistry();
    const { pointer, value } = walk;
    definitions.want({ file: "", pointer, value }, emptyScope);
    buildNextDefinition({ ...this.#context, definitions });
    return definitions.list()[id];
  }

  /** The operations of a path item, and those of its callbacks. */
  operations(field: "paths" | "webhooks", path: string): readonly Operation[] {
    if (this.#document === undefined) return [];
    const { value } = this.#document;
    const items = value[field] as ObjectSource["value"];
    const item = items[path];
    if (item === undefined) return [];
    const builder = new OperationBuilder(
      this.#context,
      buildDefaults(this.#document, this.#context),
    );
    const alone = { ...value, [field]: { [path]: item } };
    builder.addPaths({ ...this.#document, value: alone }, field);
    return [...builder.operations, ...builder.receivers];
  }
}
