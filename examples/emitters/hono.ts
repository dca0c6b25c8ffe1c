import { code, defineEmitter, externalSymbol, findOperation } from "specwright";
import { joinCode, lines, propertyAccess, propertyKey } from "specwright";
import { resolvedKeywords } from "specwright";
import { type Api, type Declaration, type Operation } from "specwright";

const Hono = externalSymbol("Hono", "hono");
const Context = externalSymbol("Context", "hono", true);

/** `hono.ts`: a router that validates requests and hands their input to handlers, one for each operation. */
export const hono = defineEmitter({
  name: "hono",
  names: ({ reserve }) => {
    const module = "hono.ts";
    reserve("handlers", { name: "Handlers", module, isType: true });
    reserve("router", { name: "createRouter", module });
  },
  units: ({ operations }) => [
    {
      name: "router",
      emit: ({ api, names }, { symbol }) => {
        const [handlers, router] = [symbol("handlers"), symbol("router")];
        const routes = operations.flatMap((pointer) => {
          const operation = findOperation(api, pointer);
          const own = names.operations.get(pointer);
          if (operation === undefined || own === undefined) return [];
          const { id, input, validate } = own;
          return {
            member: code`${propertyKey(id)}(input: ${input}, context: ${Context}): Response | Promise<Response>;`,
            route: code`router.on(${operation.method}, ${pathOf(operation)}, async (context) => {
              const input = ${validate}(${inputOf(operation, api)});
              if (input.ok) return handlers${propertyAccess(id)}(input.value, context);
              return context.json({ issues: input.issues }, 400);
            });`,
          };
        });
        const types: Declaration = {
          kind: "interface",
          name: handlers.name,
          exported: true,
          members: lines(routes.map(({ member }) => member)),
        };
        const creator: Declaration = {
          kind: "function",
          name: router.name,
          exported: true,
          parameters: [{ name: "handlers", type: code`${handlers}` }],
          returnType: code`${Hono}`,
          body: code`const router = new ${Hono}();\n${lines(routes.map(({ route }) => route))}\nreturn router;`,
        };
        const file = { kind: "typescript", path: router.module } as const;
        const declarations = [types, creator];
        return [{ ...file, source: "all paths", isEntry: true, declarations }];
      },
    },
  ],
});

/** The input as its validator takes it. What a URL has as text becomes a number where the schema wants one. */
function inputOf({ parameters, body }: Operation, api: Api) {
  const groups = (["path", "query"] as const).flatMap((group) => {
    const members = parameters.flatMap(({ in: place, name, schema }) => {
      if (place !== group) return [];
      const text = code`context.req.${group === "path" ? code`param` : code`query`}(${name})`;
      const isNumber = resolvedKeywords(schema, api).some(
        (one) => one.kind === "type" && /integer|number/.test(`${one.types}`),
      );
      return code`${propertyKey(name)}: ${isNumber ? code`${text} && Number(${text})` : text}`;
    });
    const list = code`${propertyKey(group)}: { ${joinCode(members, code`, `)} }`;
    return members.length === 0 ? [] : [list];
  });
  if (body) groups.push(code`body: await context.req.json().catch(() => null)`);
  return code`{ ${joinCode(groups, code`, `)} }`;
}

const pathOf = ({ pathParts }: Operation) =>
  pathParts
    .map((one) => (one.kind === "literal" ? one.text : `:${one.name}`))
    .join("");
