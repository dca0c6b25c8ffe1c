import type { Api, Definition } from "./api.js";
import { scopeSuffix, type DynamicScope } from "./dynamic-scope.js";
import type { DefinitionId, Schema } from "./schema.js";
import {
  isObjectSource,
  locationOf,
  pointerKeys,
  stringMember,
  type Source,
} from "./source.js";

/** A definition that a reference asked for and that is still to be built. */
export interface WantedDefinition {
  readonly id: DefinitionId;
  readonly name?: string;
  readonly source: Source;
  readonly scope: DynamicScope;
  /** True for what a base with a discriminator says itself, without what extends it. */
  readonly isBase: boolean;
}

const componentPointer = /^\/components\/schemas\/[^/]+$/u;

/**
 * The definitions that were asked for. Asking gives the identity at once and builds nothing: so cycles of
 * references end, and a long chain of them costs no stack.
 */
export class DefinitionRegistry {
  readonly #wanted: WantedDefinition[] = [];
  readonly #built = new Map<DefinitionId, Definition | undefined>();
  readonly #targetOf = new Map<string, Source>();
  readonly #componentOf = new Map<string, Source>();
  #next = 0;

  /**
   * Lets a component that is nothing but a reference into another file stand for the schema there: they are one
   * definition, with the component's name. The first component of a schema counts.
   */
  adopt(component: Source, target: Source): void {
    const location = locationOf(target);
    if (this.#componentOf.has(location)) return;
    this.#componentOf.set(location, component);
    this.#targetOf.set(locationOf(component), target);
  }

  /** The schema that a component stands for; any other schema stands for itself. */
  canonical(source: Source): Source {
    return this.#targetOf.get(locationOf(source)) ?? source;
  }

  /** The component's key of a schema that has one in the entry document. */
  nameOf(source: Source): string | undefined {
    const component = this.#componentOf.get(locationOf(source)) ?? source;
    return component.file === "" && componentPointer.test(component.pointer)
      ? pointerKeys(component.pointer).at(-1)
      : undefined;
  }

  /**
   * The identity of the schema at a place, for a dynamic scope of which only what matters is given.
   * @param isBase whether a base with a discriminator is meant by itself, without what extends it
   */
  want(written: Source, scope: DynamicScope, isBase = false): DefinitionId {
    const source = this.canonical(written);
    const named = this.#componentOf.get(locationOf(source)) ?? source;
    const id = locationOf(named) + scopeSuffix(scope) + (isBase ? "@base" : "");
    if (!this.#built.has(id)) {
      const isPlain = scope.size === 0 && !isBase;
      const name = isPlain ? this.nameOf(source) : undefined;
      this.#built.set(id, undefined);
      this.#wanted.push({
        id,
        source,
        scope,
        isBase,
        ...(name === undefined ? {} : { name }),
      });
    }
    return id;
  }

  /** The next definition to build. */
  next(): WantedDefinition | undefined {
    const wanted = this.#wanted[this.#next];
    this.#next += 1;
    return wanted;
  }

  /** Takes the schema of a definition that was wanted. */
  complete(wanted: WantedDefinition, schema: Schema): void {
    const { id, name, source, scope, isBase } = wanted;
    const pinned =
      isObjectSource(source) && scope.size === 0
        ? stringMember(source, "x-specwright-name")
        : undefined;
    const pinnedName =
      pinned !== undefined && isBase ? `${pinned}Base` : pinned;
    this.#built.set(id, {
      id,
      ...(name === undefined ? {} : { name }),
      ...(pinnedName === undefined ? {} : { pinnedName }),
      schema,
    });
  }

  /** All definitions, in the order in which they were asked for. */
  list(): Api["definitions"] {
    const definitions: { [id: DefinitionId]: Definition } = {};
    for (const [id, definition] of this.#built) {
      if (definition !== undefined) definitions[id] = definition;
    }
    return definitions;
  }
}
