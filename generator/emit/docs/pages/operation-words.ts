import { STATUS_CODES } from "node:http";
import type {
  Header,
  MediaType,
  Operation,
  Parameter,
  RequestBody,
  Server,
} from "../../../model/api.js";
import { bodyBranches, type BodyBranch } from "../../../model/body-branches.js";
import type { JsonValue } from "../../../model/json.js";
import type { Names, OperationNames } from "../../../names/names.js";
import type { Field } from "../describe/outline.js";
import { firstSentence, withoutMarkup } from "../text/first-sentence.js";
import { lineText } from "../text/plain-text.js";
import { code, enumerate, joinWords, say, type Words } from "../text/words.js";
import type { Entry } from "./page.js";

export function operationPagePath(names: OperationNames): string {
  return `operations/${names.slug}`;
}

/** Longer summaries are cut after their first sentence. */
const maximumTitle = 100;

/** What a page calls an operation: its summary as plain text, else its id. */
export function operationTitle(
  operation: Operation,
  names: OperationNames,
): string {
  const summary = lineText(withoutMarkup(operation.summary ?? ""));
  if (summary === "") return lineText(names.id);
  return summary.length > maximumTitle ? firstSentence(summary) : summary;
}

/** The line of an operation in a list of pages. */
export function operationEntry(
  operation: Operation,
  names: Names,
): readonly Entry[] {
  const own = names.operations.get(operation.pointer);
  if (own === undefined) return [];
  return [
    {
      page: operationPagePath(own),
      title: operationTitle(operation, own),
      method: operation.method,
      path: operation.path,
      isDeprecated: operation.deprecated,
    },
  ];
}

/** The breadcrumb of an operation: its tags, each linked to its group on the index, or what kind of request it is. */
export function kicker(operation: Operation): Words {
  if (operation.kind === "webhook") return say`Webhook`;
  if (operation.kind === "callback") return say`Callback`;
  if (operation.tags.length === 0) return say`Operation`;
  return joinWords(
    operation.tags.map((tag) => say`${lineText(tag)}`),
    ", ",
  );
}

/** A server and its variables. */
export function serverWords(server: Server): readonly Words[] {
  const text = lineText(server.description ?? server.name ?? "");
  const lines: Words[] = [
    text === "" ? [code(server.url)] : say`${code(server.url)}: ${text}`,
  ];
  for (const variable of server.variables) {
    const values =
      variable.enum === undefined
        ? []
        : say`, one of ${enumerate(
            variable.enum.map((value) => [code(value)]),
            "or",
          )}`;
    const meaning = lineText(variable.description ?? "");
    const fallback =
      variable.default === undefined
        ? say`must be set`
        : say`is ${code(variable.default)} unless set otherwise`;
    lines.push(
      say`${code(`{${variable.name}}`)} ${fallback}${values}${meaning === "" ? "" : `: ${meaning}`}`,
    );
  }
  return lines;
}

/** A status with its name. */
export function statusTitle(status: string): string {
  if (status === "default") return "Any other status";
  const text = STATUS_CODES[status];
  if (text !== undefined) return `${status} ${text}`;
  const [, family] = /^([1-5])XX$/.exec(status) ?? [];
  const names = [
    "",
    "Information",
    "Success",
    "Redirection",
    "Client error",
    "Server error",
  ];
  return family === undefined
    ? status
    : `${status} ${names[Number(family)] ?? ""}`;
}

/** False for a description of a response that only repeats its status: "OK", "Not found.", "Response". */
export function saysMore(description: string, title: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = new Set([...words(title), "response", "success", "successful"]);
  return words(description).some((word) => !known.has(word));
}

/** How a parameter is written, where it is not the usual way of its place. */
export function serializationFacts(
  parameter: Parameter | Header,
): Field["facts"] {
  const { serialization } = parameter;
  if (serialization.kind === "content")
    return [{ label: "Written as", words: [code(serialization.mediaType)] }];
  const isCommon =
    (serialization.style === "form" && serialization.explode) ||
    (serialization.style === "simple" && !serialization.explode) ||
    serialization.style === "cookie";
  if (isCommon) return [];
  const how = serialization.explode ? "exploded" : "not exploded";
  return [{ label: "Style", words: say`${code(serialization.style)}, ${how}` }];
}

/** A string bare, anything else as JSON. */
export function valueText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The branches of a body; a media type with other examples than the first of its branch is shown by itself. */
export function shownBranches(body: RequestBody): readonly BodyBranch[] {
  return bodyBranches(body).flatMap(([first, ...others]): BodyBranch[] => {
    const examples = JSON.stringify(first.examples);
    const isAlike = (media: MediaType): boolean =>
      JSON.stringify(media.examples) === examples;
    return [
      [first, ...others.filter(isAlike)],
      ...others
        .filter((media) => !isAlike(media))
        .map((media): BodyBranch => [media]),
    ];
  });
}

/** `a or b` */
export function typesOf(branch: BodyBranch): Words {
  return enumerate(
    branch.map(({ mediaType }) => [code(mediaType)]),
    "or",
  );
}
