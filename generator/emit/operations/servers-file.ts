import { code, lines } from "../../code/code.js";
import type { OutputFile } from "../../code/file.js";
import { jsonLiteral } from "../../code/literals.js";
import type { Api, Server } from "../../model/api.js";
import type { JsonObject } from "../../model/json.js";
import type { EmitContext } from "../context.js";
import { Query } from "../../tracking/query.js";

/** `servers.ts`: every server of the description, the document's own first, then those of operations. */
export function serversFile({ api }: EmitContext): OutputFile[] {
  const servers = serversOf.of(api);
  if (servers.length === 0) return [];
  const entries = servers.map((facts) => code`${jsonLiteral(facts)},`);
  return [
    {
      kind: "typescript",
      path: "servers.ts",
      source: "the whole description",
      declarations: [
        {
          kind: "constant",
          name: "servers",
          exported: true,
          docs: "Every server that the description names; `serverUrl` makes a base URL of one.",
          value: code`[\n${lines(entries)}\n] as const`,
        },
      ],
    },
  ];
}

/** What is said of each server that is not the place of the description itself, once. */
export const serversOf = new Query<Api, readonly JsonObject[]>(
  "servers",
  (api) => {
    const all = [
      ...api.servers,
      ...api.operations.flatMap(({ servers }) => servers),
    ];
    const facts = all.filter(({ url }) => url !== "/").map(factsOf);
    const distinct = new Map(facts.map((own) => [JSON.stringify(own), own]));
    const servers = [...distinct.values()];
    return () => servers;
  },
);

function factsOf({ url, name, description, variables }: Server): JsonObject {
  return {
    url,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    variables: Object.fromEntries(
      variables.map((variable) => [
        variable.name,
        {
          ...(variable.default === undefined
            ? {}
            : { default: variable.default }),
          ...(variable.enum === undefined ? {} : { enum: variable.enum }),
        },
      ]),
    ),
  };
}
