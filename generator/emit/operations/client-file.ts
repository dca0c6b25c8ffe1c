import { code, lines } from "../../code/code.js";
import { docComment } from "../../code/comment.js";
import type { OutputFile } from "../../code/file.js";
import { propertyKey } from "../../code/literals.js";
import type { EmitContext } from "../context.js";
import { runtime, runtimeType } from "../runtime-symbols.js";
import { credentialType } from "./security-code.js";

/** `client.ts`: `createClient`, which knows the security schemes of the API by their names. */
export function clientFile({ api }: EmitContext): OutputFile[] {
  const members = api.securitySchemes.flatMap((scheme) => {
    const type = credentialType(scheme);
    return type === undefined
      ? []
      : [
          code`${docComment(scheme.description)}readonly ${propertyKey(scheme.name)}?: ${runtimeType.CredentialSource}<${type}>;`,
        ];
  });
  return [
    {
      kind: "typescript",
      path: "client.ts",
      source: "the whole description",
      declarations: [
        members.length === 0
          ? {
              kind: "typeAlias",
              name: "Credentials",
              exported: true,
              docs: "The API asks for no credentials.",
              type: code`Readonly<Record<string, never>>`,
            }
          : {
              kind: "interface",
              name: "Credentials",
              exported: true,
              docs: "Credentials by the name of their security scheme: values, or functions that are asked for them whenever a request is sent.",
              members: lines(members),
            },
        {
          kind: "function",
          name: "createClient",
          exported: true,
          docs: "Makes a client: what all calls of the API share. Its `call` takes the operations, such as `getOrderOperation`.",
          parameters: [
            {
              name: "options",
              type: code`${runtimeType.ClientOptions}<Credentials>`,
              initializer: code`{}`,
            },
          ],
          returnType: code`${runtimeType.ApiClient}`,
          body: code`return ${runtime.clientOf}(options);`,
        },
      ],
    },
  ];
}
