import {
  code,
  defineEmitter,
  externalSymbol,
  findOperation,
  typeSymbol,
  type Declaration,
} from "specwright";

const tanstack = "@tanstack/react-query";
const makers = {
  Query: externalSymbol("queryOptions", tanstack),
  Mutation: externalSymbol("mutationOptions", tanstack),
};
const ApiClient = typeSymbol("ApiClient", "runtime/client.ts");
const CallArguments = typeSymbol("CallArguments", "runtime/client.ts");
const SuccessBody = typeSymbol("SuccessBody", "runtime/errors.ts");

/** `query/<operation>.ts`: `queryOptions` of what reads, `mutationOptions` of what writes. */
export const tanstackQuery = defineEmitter({
  name: "tanstack-query",
  names: ({ api, names, reserve }) => {
    for (const { pointer, method } of api.operations) {
      const own = names.operations.get(pointer);
      if (own === undefined) continue;
      const name = `${own.build.name}${kindOf(method)}`;
      reserve(pointer, { name, module: `query/${own.slug}.ts` });
    }
  },
  units: ({ operations }) =>
    operations.map((pointer) => ({
      name: pointer,
      emit: ({ api, names }, { symbol }) => {
        const operation = findOperation(api, pointer);
        const own = names.operations.get(pointer);
        if (operation === undefined || own === undefined) return [];
        const { name, module } = symbol(pointer);
        const kind = kindOf(operation.method);
        const body = code`${SuccessBody}<${own.result}>`;
        const key = code`[${own.id}${kind === "Query" ? code`, input` : code``}]`;
        const signal = kind === "Query" ? code`, { signal }` : code``;
        const call = code`client.call(${own.operation}, ...([input${signal}] as ${CallArguments}<${own.input}>)).orThrow()`;
        const declaration: Declaration = {
          kind: "function",
          name,
          exported: true,
          parameters: [
            { name: "client", type: code`${ApiClient}` },
            ...(kind === "Query"
              ? [{ name: "input", type: code`${own.input}` }]
              : []),
          ],
          returnType:
            kind === "Query"
              ? code`ReturnType<typeof ${makers.Query}<${body}>>`
              : code`ReturnType<typeof ${makers.Mutation}<${body}, Error, ${own.input}>>`,
          body:
            kind === "Query"
              ? code`return ${makers.Query}<${body}>({ queryKey: ${key}, queryFn: ({ signal }) => ${call} });`
              : code`return ${makers.Mutation}({ mutationKey: ${key}, mutationFn: (input) => ${call} });`,
        };
        const declarations = [declaration];
        const file = {
          kind: "typescript",
          path: module,
          declarations,
        } as const;
        return [{ ...file, source: pointer, isEntry: true }];
      },
    })),
});

/** Queries may be repeated and cached: what HTTP calls safe methods. */
function kindOf(method: string): "Query" | "Mutation" {
  return ["GET", "HEAD"].includes(method) ? "Query" : "Mutation";
}
