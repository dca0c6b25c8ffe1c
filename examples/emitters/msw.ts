import { code, defineEmitter, exampleValue, externalSymbol } from "specwright";
import { findOperation, jsonLiteral, propertyAccess } from "specwright";
import { typeSymbol, type Declaration, type Operation } from "specwright";

const http = externalSymbol("http", "msw");
const HttpHandler = externalSymbol("HttpHandler", "msw", true);
const HttpResponse = externalSymbol("HttpResponse", "msw");
const SuccessBody = typeSymbol("SuccessBody", "runtime/errors.ts");

/** `msw/<operation>.ts`: a handler that answers with an example or a body of yours, and throws if it is not valid. */
export const msw = defineEmitter({
  name: "msw",
  names: ({ api, names, reserve }) => {
    for (const { pointer } of api.operations) {
      const own = names.operations.get(pointer);
      if (own === undefined) continue;
      const name = `${own.build.name}Handler`;
      reserve(pointer, { name, module: `msw/${own.slug}.ts` });
    }
  },
  units: ({ operations }) =>
    operations.map((pointer) => ({
      name: pointer,
      emit: (context, { symbol, report }) => {
        const operation = findOperation(context.api, pointer);
        const own = context.names.operations.get(pointer);
        if (operation === undefined || own === undefined) return [];
        const { status, contentType, schema } = jsonSuccess(operation) ?? {};
        const example = schema && exampleValue(schema, context, "response");
        if (status === undefined || example === undefined) {
          report({ pointer, message: `${own.id} has no JSON to answer with.` });
          return [];
        }
        const init = { status, headers: { "content-type": contentType ?? "" } };
        const { name, module } = symbol(pointer);
        const type = code`${SuccessBody}<${own.result}>`;
        const handler: Declaration = {
          kind: "function",
          name,
          exported: true,
          docs: `Answers \`${own.id}\`.`,
          parameters: [
            { name: "body", type, initializer: jsonLiteral(example) },
          ],
          returnType: code`${HttpHandler}`,
          body: code`return ${http}${propertyAccess(operation.method.toLowerCase())}(${pathOf(operation)}, async () => {
            const response = ${HttpResponse}.json(body, ${jsonLiteral(init)});
            const { kind, issues } = await ${own.read}(response.clone());
            if (kind === "described" && issues.length === 0) return response;
            throw new TypeError("not a valid answer: " + JSON.stringify(issues));
          });`,
        };
        const file = { kind: "typescript", path: module } as const;
        const declarations = [handler];
        return [{ ...file, source: pointer, isEntry: true, declarations }];
      },
    })),
});

/** The first success with a JSON body. */
function jsonSuccess({ responses }: Operation) {
  return responses.flatMap(({ status, contents }) =>
    contents.flatMap(({ codec, mediaType: contentType, schema }) =>
      codec === "json" && schema !== undefined && /^2\d\d$/.test(status)
        ? [{ status: Number(status), contentType, schema }]
        : [],
    ),
  )[0];
}

/** The path on any server. */
function pathOf({ pathParts }: Operation): string {
  const parts = pathParts.map((part, index) =>
    part.kind === "literal" ? part.text : `:p${index}`,
  );
  return `*${parts.join("")}`;
}
