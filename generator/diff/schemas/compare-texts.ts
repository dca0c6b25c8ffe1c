import { assertingFormats } from "../../model/asserting-names.js";
import { isAssertedName } from "../../config/asserts.js";
import { matches } from "../../model/matches.js";
import { textMatching } from "../../patterns/text-matching.js";
import type { Verdict } from "../verdict.js";
import type { Side } from "../side.js";
import { partsOf, type Conjunct } from "./conjunct.js";
import { shown, type Look } from "./look.js";

/** Compares what strings look like: `pattern`, `format` and the content keywords. */
export function compareTexts(look: Look): void {
  if (look.old.values === undefined || look.new.values === undefined) {
    comparePatterns(look);
    compareFormats(look);
  }
  compareContent(look);
}

function comparePatterns({ old, new: fresh, at, report }: Look): void {
  const before = partsOf(old.parts, "pattern").filter(isRestrictive);
  const after = partsOf(fresh.parts, "pattern").filter(isRestrictive);
  const has = (list: typeof before, pattern: string): boolean =>
    list.some(({ keyword }) => keyword.pattern === pattern);
  const removed = before.filter(({ keyword }) => !has(after, keyword.pattern));
  const added = after.filter(({ keyword }) => !has(before, keyword.pattern));
  const [was] = removed;
  const [is] = added;
  if (was === undefined && is === undefined) return;
  const place = { old: was?.at ?? at.old, new: is?.at ?? at.new };
  if (was === undefined) {
    report({
      kind: "pattern-added",
      ...place,
      reason: `Texts have to match ${shown(is?.keyword.pattern)} now.`,
    });
  } else if (is === undefined) {
    report({
      kind: "pattern-removed",
      ...place,
      reason: `Texts no longer have to match ${shown(was.keyword.pattern)}.`,
    });
  } else {
    const refused = witness(was.keyword.pattern, is.keyword.pattern);
    const taken = witness(is.keyword.pattern, was.keyword.pattern);
    const isLooser = refused === undefined && taken !== undefined;
    report({
      kind: "pattern-changed",
      ...place,
      ...(isLooser ? { verdict: "minor" as const } : {}),
      reason: `Texts had to match ${shown(was.keyword.pattern)}, and have to match ${shown(is.keyword.pattern)} now${refused === undefined ? "" : `: ${shown(refused)} no longer does`}.`,
    });
  }
}

/** False for patterns that any text matches. */
function isRestrictive({ keyword }: { keyword: { pattern: string } }): boolean {
  return !["", ".*", "^.*$", "^", "$"].includes(keyword.pattern);
}

/** A text that one pattern matches and another does not; undefined if none is found. */
function witness(pattern: string, other: string): string | undefined {
  const schema = {
    kind: "keywords" as const,
    pointer: "",
    annotations: {},
    keywords: [{ kind: "pattern" as const, pattern: other }],
  };
  for (const length of [0, 1, 2, 3, 5, 8, 16]) {
    const text = textMatching(pattern, length, Infinity);
    if (text === undefined) continue;
    for (const one of variants(text)) {
      const fits = new RegExp(pattern, "u").test(one);
      if (fits && !matches(schema, one, { definitions: {} })) return one;
    }
  }
  return undefined;
}

/** A text and others near it, which open ends and classes of characters may take. */
function variants(text: string): readonly string[] {
  const [first = ""] = text;
  const rest = text.slice(first.length);
  return [
    text,
    ...["a", "Z", "0", "_", "-", ".", " ", "é"].flatMap((letter) => [
      letter + rest,
      text.slice(0, -1) + letter,
      letter + text,
      text + letter,
    ]),
    text.toUpperCase(),
    text.toLowerCase(),
  ];
}

function compareFormats(look: Look): void {
  const { old, new: fresh, at, direction, sides, report } = look;
  const [before] = partsOf(old.parts, "format");
  const [after] = partsOf(fresh.parts, "format");
  const was = before?.keyword.format;
  const is = after?.keyword.format;
  if (was === is) return;
  const verdict = formatVerdict(
    asserted(before, sides.old) ? was : undefined,
    asserted(after, sides.new) ? is : undefined,
  );
  report({
    kind:
      was === undefined
        ? "format-added"
        : is === undefined
          ? "format-removed"
          : "format-changed",
    old: before?.at ?? at.old,
    new: after?.at ?? at.new,
    verdict:
      verdict === "major" && direction === "response" ? "minor" : verdict,
    reason: `The format was ${was === undefined ? "absent" : shown(was)}, and is ${is === undefined ? "absent" : shown(is)} now.`,
  });
}

type FormatPart = Conjunct["parts"][number] | undefined;

/** True for a format that validators of requests test. */
function asserted(part: FormatPart, { settings }: Side): boolean {
  if (part?.keyword.kind !== "format") return false;
  const { format, asserts } = part.keyword;
  const isOn = settings.formats.assert !== "nowhere" || asserts === true;
  return (
    isOn &&
    assertingFormats.has(format) &&
    isAssertedName(format, settings.formats)
  );
}

/** By each format: those that take all that it takes. */
const moreGeneral: Readonly<Record<string, readonly string[]>> = {
  int8: ["int16", "int32", "int64"],
  int16: ["int32", "int64"],
  int32: ["int64"],
  uint8: ["uint16", "uint32", "uint64", "int16", "int32", "int64"],
  uint16: ["uint32", "uint64", "int32", "int64"],
  uint32: ["uint64", "int64"],
  email: ["idn-email"],
  hostname: ["idn-hostname"],
  uri: ["uri-reference", "iri", "iri-reference"],
  "uri-reference": ["iri-reference"],
  iri: ["iri-reference"],
};

function formatVerdict(
  was: string | undefined,
  is: string | undefined,
): Verdict {
  if (was === is) return "patch";
  if (is === undefined) return "minor";
  if (was === undefined) return "major";
  return moreGeneral[was]?.includes(is) === true ? "minor" : "major";
}

function compareContent({
  old,
  new: fresh,
  at,
  direction,
  sides,
  report,
}: Look): void {
  const [before] = partsOf(old.parts, "content");
  const [after] = partsOf(fresh.parts, "content");
  const said = [before, after].map((part) =>
    JSON.stringify([part?.keyword.encoding, part?.keyword.mediaType]),
  );
  if (said[0] === said[1]) return;
  const isAsserted =
    direction === "request" && sides.new.settings.content.assert !== "nowhere";
  report({
    kind: "content-changed",
    old: before?.at ?? at.old,
    new: after?.at ?? at.new,
    ...(isAsserted
      ? {
          verdict:
            after === undefined ? ("minor" as const) : ("major" as const),
        }
      : {}),
    reason: "The encoding or media type of the text has changed.",
  });
}
