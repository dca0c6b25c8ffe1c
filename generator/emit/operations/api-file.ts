import { code, lines, type Code } from "../../code/code.js";
import { docComment } from "../../code/comment.js";
import type { OutputFile } from "../../code/file.js";
import { propertyKey } from "../../code/literals.js";
import type { Api, Operation } from "../../model/api.js";
import { acceptChoices, isInputOptional } from "../../model/input-schema.js";
import { methodText, parseMethod } from "../../names/lock/method-text.js";
import { methodGroups } from "../../names/method-names.js";
import type { Names } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { Query } from "../../tracking/query.js";
import { titleLine } from "./build-function.js";
import { runtime, runtimeType } from "../runtime-symbols.js";

/** `api.ts`: `createApi`, an object with a method for each operation, by tag. None if there are no operations. */
export function apiFile(context: EmitContext): OutputFile[] {
  const members = apiMembers.of(context);
  if (members.length === 0) return [];
  const types = members.map((member) =>
    member.kind === "method"
      ? methodType(member, context.names)
      : code`${docComment(member.docs)}readonly ${propertyKey(member.name)}: {\n${lines(member.methods.map((method) => methodType(method, context.names)))}\n};`,
  );
  const values = members.map((member) =>
    member.kind === "method"
      ? methodValue(member, context.names)
      : code`${propertyKey(member.name)}: {\n${lines(member.methods.map((method) => methodValue(method, context.names)))}\n},`,
  );
  return [
    {
      kind: "typescript",
      path: "api.ts",
      source: "the whole description",
      declarations: [
        {
          kind: "interface",
          name: "Api",
          exported: true,
          docs: "Every operation as a method, by tag.",
          members: lines(types),
        },
        {
          kind: "function",
          name: "createApi",
          exported: true,
          docs: "Gives the operations as methods of one object. It holds all of them: `client.call` leaves out of a bundle what is not called.",
          parameters: [
            { name: "client", type: code`${runtimeType.ApiClient}` },
          ],
          returnType: code`Api`,
          body: code`return {\n${lines(values)}\n};`,
        },
      ],
    },
  ];
}

interface Method {
  readonly kind: "method";
  readonly name: string;
  /** Of its operation. */
  readonly pointer: string;
  readonly docs: string;
  readonly deprecated: boolean;
  readonly isInputOptional: boolean;
  /** Whether the caller can ask for one of several media types. */
  readonly hasAccept: boolean;
}

type Member =
  | Method
  | {
      readonly kind: "group";
      readonly name: string;
      readonly docs?: string;
      readonly methods: readonly Method[];
    };

/** The members of the object: a group for each tag, then the operations without one. */
export const apiMembers = new Query<EmitContext, readonly Member[]>(
  "api-members",
  ({ api, names }) => {
    const members = membersOf(api, names);
    return () => members;
  },
);

function membersOf(api: Api, names: Names): Member[] {
  const byPointer = new Map(api.operations.map((one) => [one.pointer, one]));
  const earlier = earlierMethods(byPointer, names);
  const groups = methodGroups(api.operations, names.operations).map(
    ({ tag, name, methods }) => {
      const own = methods.flatMap(({ name, pointer }) => {
        const operation = byPointer.get(pointer);
        return operation === undefined ? [] : [methodOf(name, operation)];
      });
      const docs = api.tags.find((one) => one.name === tag)?.description;
      const old = earlier.filter(({ group }) => group === name);
      const taken = new Set(own.map((method) => method.name));
      const added = old.filter((one) => !taken.has(one.method.name));
      return {
        name,
        docs,
        methods: [...own, ...added.map(({ method }) => method)],
      };
    },
  );
  return [
    ...groups.flatMap(({ name, docs, methods }) =>
      name === undefined
        ? []
        : [{ kind: "group" as const, name, ...(docs && { docs }), methods }],
    ),
    ...groups.flatMap(({ name, methods }) =>
      name === undefined ? methods : [],
    ),
  ];
}

/** Methods under the names that they had before, with their groups. */
function earlierMethods(
  byPointer: ReadonlyMap<string, Operation>,
  names: Names,
): { readonly group: string | undefined; readonly method: Method }[] {
  return names.aliases.flatMap(({ of, method }) => {
    const operation = byPointer.get(of);
    const now = names.operations.get(of)?.method;
    const before = parseMethod(method);
    if (operation === undefined || now === undefined || before === undefined)
      return [];
    const docs = `Is called \`${methodText(now)}\` now.`;
    const own = { ...methodOf(before.name, operation), docs, deprecated: true };
    return [{ group: before.group, method: own }];
  });
}

function methodOf(name: string, operation: Operation): Method {
  return {
    kind: "method",
    name,
    pointer: operation.pointer,
    docs: titleLine(operation),
    deprecated: operation.deprecated,
    isInputOptional: isInputOptional(operation),
    hasAccept: acceptChoices(operation).length > 0,
  };
}

function methodType(method: Method, names: Names): Code {
  const own = names.operations.get(method.pointer);
  if (own === undefined) return code``;
  const { input, result } = own;
  const accept = code`Accept`;
  const [parameters, inputType, resultType] = method.hasAccept
    ? [
        code`<Accept extends ${runtimeType.Choice}<${input}> = ${runtimeType.Choice}<${input}>>`,
        code`${runtimeType.Accepting}<${input}, ${accept}>`,
        code`${runtimeType.Accepted}<${result}, ${accept}>`,
      ]
    : [code``, code`${input}`, code`${result}`];
  const name = method.isInputOptional ? code`input?` : code`input`;
  return code`${docComment(method.docs, method.deprecated)}${propertyKey(method.name)}${parameters}(${name}: ${inputType}, options?: ${runtimeType.CallOptions}): ${runtimeType.Call}<${resultType}>;`;
}

function methodValue({ name, pointer }: Method, names: Names): Code {
  const own = names.operations.get(pointer);
  return own === undefined
    ? code``
    : code`${propertyKey(name)}: ${runtime.methodOf}(client, ${own.operation}),`;
}
