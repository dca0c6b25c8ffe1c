import type { Header, Operation, Response } from "../../model/api.js";
import { schemaText } from "../schemas/canonical-schema.js";
import { shown } from "../schemas/look.js";
import type { Side } from "../side.js";
import { compareContents } from "./compare-contents.js";
import { compareSerialization } from "./compare-parameters.js";
import { compareWords } from "./compare-words.js";
import type { OperationPair } from "./operation-pair.js";

/** Compares the responses of an operation, and what requests ask for. */
export function compareResponses(look: OperationPair): void {
  const { old, new: fresh, answered, report } = look;
  for (const before of old.responses) {
    const after = fresh.responses.find(
      ({ status }) => status === before.status,
    );
    if (after !== undefined) compareResponse(before, after, look);
    else {
      report(
        {
          kind: "response-removed",
          old: before.pointer,
          new: fresh.pointer,
          reason: `The response ${before.status} is no longer described.`,
        },
        answered,
      );
    }
  }
  for (const after of fresh.responses) {
    if (old.responses.some(({ status }) => status === after.status)) continue;
    const isUnexpected = answered === "response" && surprises(after, look);
    report(
      {
        kind: "response-added",
        old: old.pointer,
        new: after.pointer,
        ...(isUnexpected ? { verdict: "major" as const } : {}),
        reason: isUnexpected
          ? `The success ${after.status} has a body that no other success has: code that reads bodies of successes does not expect it.`
          : `The response ${after.status} is described now.`,
      },
      answered,
    );
  }
  compareAccept(look);
}

/** True for a further success whose body differs from those of all successes so far. */
function surprises(
  after: Response,
  { old, new: fresh, sides }: OperationPair,
): boolean {
  if (!successesOf(fresh).includes(after)) return false;
  const known = new Set(
    successesOf(old).flatMap((response) => bodyTexts(response, sides.old)),
  );
  return (
    known.size > 0 &&
    bodyTexts(after, sides.new).some((text) => !known.has(text))
  );
}

/** `default` describes successes as well if no other response does. */
function successesOf({ responses }: Operation): readonly Response[] {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  return successes.length > 0
    ? successes
    : responses.filter(({ status }) => status === "default");
}

function bodyTexts({ contents }: Response, side: Side): string[] {
  if (contents.length === 0) return ["none"];
  return contents.map(({ codec, schema }) =>
    JSON.stringify([codec, schema && schemaText(schema, side)]),
  );
}

/** The media types of all responses stand in the header `Accept` of requests. */
function compareAccept({ old, new: fresh, sent, report }: OperationPair): void {
  if (sent !== "request") return;
  const before = acceptOf(old);
  const after = acceptOf(fresh);
  if (before === after) return;
  report(
    {
      kind: "accept-changed",
      old: old.pointer,
      new: fresh.pointer,
      reason: `Requests asked for ${before || "nothing by name"}, and ask for ${after || "nothing by name"} now (header "Accept").`,
    },
    sent,
  );
}

function acceptOf({ responses }: Operation): string {
  const types = responses.flatMap(({ contents }) =>
    contents.map(({ mediaType }) => mediaType),
  );
  return [...new Set(types)].join(", ");
}

function compareResponse(
  before: Response,
  after: Response,
  look: OperationPair,
): void {
  const { answered, report } = look;
  const at = { old: before.pointer, new: after.pointer };
  compareWords(before, after, at, `The response ${after.status}`, report);
  const hadNone = before.contents.length === 0;
  compareContents(
    {
      old: before.contents,
      new: after.contents,
      at,
      direction: answered,
      ...(hadNone ? { added: "minor" as const } : {}),
    },
    look,
  );
  compareHeaders(before.headers, after.headers, at, look);
}

function compareHeaders(
  before: readonly Header[],
  after: readonly Header[],
  at: { readonly old: string; readonly new: string },
  look: OperationPair,
): void {
  const { answered, report } = look;
  const find = (headers: readonly Header[], { name }: Header) =>
    headers.find((one) => one.name.toLowerCase() === name.toLowerCase());
  for (const header of before) {
    const other = find(after, header);
    if (other !== undefined) compareHeader(header, other, look);
    else {
      report(
        {
          kind: "header-removed",
          old: header.pointer,
          new: at.new,
          reason: `The header ${shown(header.name)} is gone.`,
        },
        answered,
      );
    }
  }
  for (const header of after) {
    if (find(before, header) !== undefined) continue;
    report(
      {
        kind: "header-added",
        old: at.old,
        new: header.pointer,
        reason: `The header ${shown(header.name)} is new.`,
      },
      answered,
    );
  }
}

function compareHeader(
  before: Header,
  after: Header,
  look: OperationPair,
): void {
  const { answered, report, schemas } = look;
  const place = { old: before.pointer, new: after.pointer };
  if (before.required !== after.required) {
    report(
      {
        kind: after.required ? "header-required" : "header-optional",
        ...place,
        reason: `The header ${shown(after.name)} is ${after.required ? "always there" : "optional"} now.`,
      },
      answered,
    );
  }
  compareWords(before, after, place, `The header ${shown(after.name)}`, report);
  compareSerialization(before, after, { ...look, sent: answered });
  schemas(before.schema, after.schema, answered);
}
