import type { Api, Operation } from "../../../model/api.js";
import type { Fact } from "../describe/fact.js";
import { credentialWords } from "../describe/security-words.js";
import { code, enumerate, say, type Words } from "../text/words.js";

/** More servers are counted, not listed. */
const maximumServers = 3;

/** The line under the path of an operation: where it is sent, with what credentials, and what body. */
export function operationFacts(
  operation: Operation,
  api: Api,
): readonly Fact[] {
  const facts: Fact[] = [];
  if (operation.kind === "path") {
    if (operation.servers.length > 0)
      facts.push({ label: "Server", words: serversWords(operation) });
    const words = credentialWords(operation, api);
    if (words !== undefined) facts.push({ label: "Credentials", words });
  }
  const { body } = operation;
  if (body !== undefined) {
    const types = enumerate(
      body.contents.map(({ mediaType }) => [code(mediaType)]),
      "or",
    );
    const need = body.required ? "required" : "optional";
    facts.push({ label: "Body", words: say`${types}, ${need}` });
  }
  return facts;
}

function serversWords({ servers }: Operation): Words {
  const shown = servers.slice(0, maximumServers).map(({ url }) => [code(url)]);
  const rest = servers.length - shown.length;
  if (rest === 0) return enumerate(shown, "or");
  return say`${enumerate(shown, "or")} and ${rest} more`;
}
