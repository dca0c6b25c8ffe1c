import type { CodeSymbol } from "../code/symbol.js";
import type { DefinitionId } from "../model/schema.js";
import type { NameAlias } from "./lock/alias-names.js";

/** Every exported name and every path of the output, decided before anything is printed. */
export interface Names {
  /** By `Operation.pointer`; webhooks and callbacks included. */
  readonly operations: ReadonlyMap<string, OperationNames>;
  readonly schemas: ReadonlyMap<DefinitionId, SchemaNames>;
  /** What emitters have reserved, by `emitterKey`. */
  readonly emitters: ReadonlyMap<string, CodeSymbol>;
  /** What operations and schemas were called before, where that is still exported. */
  readonly aliases: readonly NameAlias[];
}

/** The key of a symbol that an emitter has reserved. */
export function emitterKey(emitter: string, key: string): string {
  return `${emitter} ${key}`;
}

export interface OperationNames {
  /** `operationId` as written, or the name made from method and path; the manifest's `id`. */
  readonly id: string;
  /** Base name in PascalCase, for example `CreateIncomingPhoneNumber`. */
  readonly base: string;
  /** File name without folder and ending, for example `create-incoming-phone-number`. */
  readonly slug: string;
  /** `operations/create-incoming-phone-number.ts` */
  readonly module: string;
  readonly build: CodeSymbol;
  readonly validate: CodeSymbol;
  readonly read: CodeSymbol;
  readonly advise: CodeSymbol;
  /** What a client takes, `createIncomingPhoneNumberOperation`. */
  readonly operation: CodeSymbol;
  /** The method of `createApi`; of operations of `paths` alone. */
  readonly method?: MethodName;
  readonly input: CodeSymbol;
  readonly result: CodeSymbol;
  /** Of webhooks and callbacks: the reader of a received request, and what it gives. */
  readonly receive?: CodeSymbol;
  readonly received?: CodeSymbol;
  /** The body's type, for each media type of the request body, in its order; one symbol for those of a branch. */
  readonly bodies: readonly CodeSymbol[];
  /** In the same order: the fields of a body, for one that is fields and a rule over them. */
  readonly bodyFields: readonly CodeSymbol[];
  /** By group: the types `…Path`, `…Query`, `…Header`, `…Cookie`. */
  readonly groups: Readonly<
    Record<"path" | "query" | "header" | "cookie", CodeSymbol>
  >;
}

/** What an operation is called on the object that `createApi` gives. */
export interface MethodName {
  /** The member that holds the method: the tag in camelCase. Absent for a method without a tag. */
  readonly group?: string;
  /** The tag as the first of its operations writes it. */
  readonly tag?: string;
  readonly name: string;
}

export interface SchemaNames {
  /** The component's key as written, or the name made for an anonymous definition; the manifest's `name`. */
  readonly name: string;
  /** File name without folder and ending, for example `incoming-phone-number`. */
  readonly slug: string;
  /** `types/incoming-phone-number.ts` */
  readonly typeModule: string;
  /** `schemas/incoming-phone-number.ts` */
  readonly module: string;
  /** The type as responses give it, or as the schema is written where it is not used in responses. */
  readonly type: CodeSymbol;
  /** The type that requests take; the same symbol as `type` unless the two differ and both are used. */
  readonly requestType: CodeSymbol;
  /** The members of `type` and of `requestType`, for a schema that is members and a rule over them. */
  readonly fields: CodeSymbol;
  readonly requestFields: CodeSymbol;
  /** For values of `type`; exact JSON Schema semantics where both sides of the wire see the same. */
  readonly is: CodeSymbol;
  /** The same for a value within another, which counts how deep it is; of recursive schemas alone. */
  readonly isWithin: CodeSymbol;
  readonly validate: CodeSymbol;
  readonly collect: CodeSymbol;
  /** For requests: `readOnly` members refused, formats checked. The same symbols as above unless the two differ and requests use it. */
  readonly requestIs: CodeSymbol;
  readonly requestIsWithin: CodeSymbol;
  readonly requestValidate: CodeSymbol;
  readonly requestCollect: CodeSymbol;
  /** The Standard Schema object, exported by `standard/incoming-phone-number.ts`. */
  readonly standard: CodeSymbol;
  /** Of a schema whose values are listed. */
  readonly enumeration?: EnumerationNames;
  /** Of a schema that is another thing in memory than on the wire. */
  readonly mapped?: MappedNames;
}

/** What a schema exports because its values are listed. */
export interface EnumerationNames {
  /** The list of its values, `orderStatuses`; exported by the module of the type. */
  readonly values: CodeSymbol;
  /** The description names the values: a constant with the name of `type` has them by name. */
  readonly hasObject?: true;
  /** The type of the listed values, if `type` has others besides: `KnownOrderStatus`. */
  readonly known?: CodeSymbol;
  /** The guard of `known`, `isKnownOrderStatus`; exported by the module of the validators. */
  readonly isKnown?: CodeSymbol;
}

/** What there is about a schema because types of the user's own stand in it. */
export interface MappedNames {
  /** `type` and `requestType` as they are on the wire, with their members. */
  readonly wireType: CodeSymbol;
  readonly requestWireType: CodeSymbol;
  readonly wireFields: CodeSymbol;
  readonly requestWireFields: CodeSymbol;
  /** From the wire to memory, and back; exported by `mappings/incoming-phone-number.ts`. */
  readonly parse: CodeSymbol;
  readonly serialize: CodeSymbol;
}
