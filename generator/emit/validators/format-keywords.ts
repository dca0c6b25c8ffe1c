import { code, type Code } from "../../code/code.js";
import { isAssertedName } from "../../config/asserts.js";
import type { AssertSettings } from "../../config/config.js";
import type { FormatKeyword } from "../../model/schema.js";
import { testCall } from "./condition.js";
import { formats, type KnownFormat } from "./formats.js";
import type { Pass } from "./pass.js";
import { runtime } from "../runtime-symbols.js";
import type { Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/** The kind of value that a format speaks of; undefined where it asserts nothing in this pass. */
export function formatKind(
  { format: name, asserts }: FormatKeyword,
  pass: Pass,
): "number" | "string" | undefined {
  const settings = pass.context.settings.formats;
  return (asserts ?? assertsIn(pass, settings)) &&
    isAssertedName(name, settings)
    ? knownFormat(name)?.kind
    : undefined;
}

/** Whether a keyword that may assert does so in the validators of this view. */
export function assertsIn(
  { view }: Pick<Pass, "view">,
  { assert }: AssertSettings,
): boolean {
  return (
    assert === "everywhere" || (assert === "requests" && view === "request")
  );
}

/** `format` as an assertion (Validation §7.2.2). Only asked for where `formatKind` gives a kind. */
export function format(keyword: FormatKeyword, at: Subject): Statement[] {
  const known = knownFormat(keyword.format);
  if (known === undefined) return [];
  return [
    {
      kind: "check",
      condition: testCall(testCode(keyword.format, known, at)),
      issue: () =>
        code`${runtime.formatIssue}(${at.location()}, ${at.code}, ${known.words})`,
    },
  ];
}

/** The call of a format's test; bigints are looked at as such where they may be, and as numbers elsewhere. */
function testCode(
  name: string,
  { test, kind }: KnownFormat,
  at: Subject,
): Code {
  if (!at.isExact || kind === "string") return code`${test}(${at.code})`;
  if (name === "int64") return code`${runtime.isExactInt64}(${at.code})`;
  return name === "uint64"
    ? code`${runtime.isExactUint64}(${at.code})`
    : code`${test}(Number(${at.code}))`;
}

function knownFormat(name: string): KnownFormat | undefined {
  return formats.get(name);
}
