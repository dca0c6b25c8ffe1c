import { code, joinCode, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import { identifier } from "../../code/literals.js";
import { isExactPlan, type Plan } from "../../mapping/plan.js";
import { planOf } from "../../mapping/plan-of.js";
import type { Api, MediaType, Operation, Parameter } from "../../model/api.js";
import { bodyBranches } from "../../model/body-branches.js";
import { inputGroups, isText, parametersOf } from "../../model/input-schema.js";
import type { Schema } from "../../model/schema.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { converterCode, tableKey } from "../mappings/converter-code.js";
import { runtime, runtimeType } from "../runtime-symbols.js";
import type { ModuleScope } from "../validators/module-scope.js";

/** The function that takes a value from memory to the wire. */
export interface Serializer {
  readonly plan: Plan;
  readonly code: Code;
  /** Whether integers are written that a number cannot hold. */
  readonly isExact: boolean;
}

/** What an operation sends that is another thing in memory than on the wire. */
export interface Serializers {
  readonly parameters: ReadonlyMap<Parameter, Serializer>;
  readonly bodies: ReadonlyMap<MediaType, Serializer>;
  /** The function for the input as a whole; undefined where it is sent as it is. */
  readonly input: Code | undefined;
  readonly declarations: readonly Declaration[];
}

/** What the parts of a builder are made from. */
export interface OperationContext extends EmitContext {
  readonly serializers: Serializers;
}

/** Finds what of an operation's input has to be serialized, and how. */
export function findSerializers(
  operation: Operation,
  names: OperationNames,
  scope: ModuleScope,
  context: EmitContext,
): Serializers {
  const declarations: Declaration[] = [];
  const within = { direction: "serialize", context, scope } as const;
  const serializerOf = (
    plan: Plan,
    base: string,
    name: string | undefined,
  ): Serializer => {
    const convert = converterCode(plan, { ...within, base });
    scope.addRoot(convert);
    const isExact = isExactPlan(plan, context.mappings);
    if (name === undefined || plan.kind === "definition") {
      return { plan, code: convert, isExact };
    }
    const { declaration, code: call } = ownFunction(name, convert, scope);
    declarations.push(declaration);
    return { plan, code: call, isExact };
  };
  const parameters = new Map<Parameter, Serializer>();
  for (const parameter of operation.parameters) {
    const plan = planOf(parameter.schema, context);
    if (plan === undefined) continue;
    parameters.set(parameter, serializerOf(plan, names.base, undefined));
  }
  const bodies = new Map<MediaType, Serializer>();
  const contents = operation.body?.contents ?? [];
  for (const branch of bodyBranches(operation.body)) {
    const [content] = branch;
    const schema = sentSchema(content, context.api);
    const plan = schema === undefined ? undefined : planOf(schema, context);
    const base = names.bodies[contents.indexOf(content)]?.name ?? names.base;
    if (plan === undefined) continue;
    const serializer = serializerOf(plan, base, `serialize${base}`);
    for (const each of branch) bodies.set(each, serializer);
  }
  const input = inputCode(operation, parameters, bodies);
  return { parameters, bodies, input, declarations };
}

/** The schema of what a builder writes: of an item where it writes one after the other. */
function sentSchema(content: MediaType, api: Api): Schema | undefined {
  const { codec, schema, itemSchema } = content;
  switch (codec) {
    case "json":
    case "form":
    case "multipart":
      return schema;
    case "text":
      return isText(content, api) ? schema : undefined;
    case "json-lines":
      return itemSchema;
    case "event-stream":
    case "binary":
      return undefined;
  }
}

function ownFunction(
  wanted: string,
  convert: Code,
  scope: ModuleScope,
): { declaration: Declaration; code: Code } {
  const name = scope.unusedName(wanted);
  return {
    declaration: {
      kind: "function",
      name,
      exported: false,
      parameters: [
        { name: "value", type: code`unknown` },
        {
          name: "at",
          type: code`${runtimeType.MappingLocation}`,
          optional: true,
        },
      ],
      returnType: code`unknown`,
      body: code`return ${convert}(value, at);`,
    },
    code: identifier(name),
  };
}

/** The function for the whole input, group by group; of several bodies the one that `contentType` picks. */
function inputCode(
  operation: Operation,
  parameters: Serializers["parameters"],
  bodies: Serializers["bodies"],
): Code | undefined {
  const groups = inputGroups.flatMap((group) => {
    const members = parametersOf(operation, group).flatMap((parameter) => {
      const found = parameters.get(parameter);
      return found === undefined
        ? []
        : [code`${tableKey(parameter.name)}: ${found.code}`];
    });
    return members.length === 0
      ? []
      : [code`${tableKey(group)}: ${membersCode(members)}`];
  });
  const contents = operation.body?.contents ?? [];
  const variants = contents.map((content) => {
    const found = isChecked(content) ? bodies.get(content) : undefined;
    return found === undefined
      ? groups
      : [...groups, code`body: ${found.code}`];
  });
  const [first = groups, ...others] = variants;
  if (variants.every((variant) => variant.length === 0)) {
    return groups.length === 0 ? undefined : membersCode(groups);
  }
  if (others.length === 0) return membersCode(first);
  const table = contents.map(
    ({ mediaType }, index) =>
      code`${tableKey(mediaType)}: ${membersCode(variants[index] ?? groups)}`,
  );
  return code`${runtime.taggedBy}("contentType", { ${joinCode(table, code`, `)} }, ${membersCode(first)})`;
}

/** Items that are written one after the other are not looked at before. */
function isChecked({ codec }: MediaType): boolean {
  return codec !== "json-lines";
}

function membersCode(members: readonly Code[]): Code {
  return code`${runtime.membersOf}({ ${joinCode(members, code`, `)} })`;
}
