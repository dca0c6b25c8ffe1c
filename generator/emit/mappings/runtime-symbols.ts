import { typeSymbol, valueSymbol, type CodeSymbol } from "../../code/symbol.js";

const mapped = "runtime/mapped.ts";
const bigints = "runtime/mapped-bigint.ts";
const dates = "runtime/mapped-date.ts";
const exact = "runtime/exact-json.ts";
const reading = "runtime/mapped-read.ts";

/** What conversions take from the runtime. */
export const runtime = {
  MappingPlace: typeSymbol("MappingPlace", mapped),
  serialized: valueSymbol("serialized", mapped),
  parseWith: valueSymbol("parseWith", mapped),
  serializeWith: valueSymbol("serializeWith", mapped),
  membersOf: valueSymbol("membersOf", mapped),
  itemsOf: valueSymbol("itemsOf", mapped),
  everyOf: valueSymbol("everyOf", mapped),
  whenPresent: valueSymbol("whenPresent", mapped),
  taggedBy: valueSymbol("taggedBy", mapped),
  parseChoice: valueSymbol("parseChoice", mapped),
  serializeChoice: valueSymbol("serializeChoice", mapped),
  parseBigint: valueSymbol("parseBigint", bigints),
  serializeBigint: valueSymbol("serializeBigint", bigints),
  parseBigintText: valueSymbol("parseBigintText", bigints),
  serializeBigintText: valueSymbol("serializeBigintText", bigints),
  parseDate: valueSymbol("parseDate", dates),
  serializeDate: valueSymbol("serializeDate", dates),
  serializeDay: valueSymbol("serializeDay", dates),
  checkedAs: valueSymbol("checkedAs", "runtime/mapped-check.ts"),
  serializedItems: valueSymbol("serializedItems", "runtime/mapped-lines.ts"),
  parseExactly: valueSymbol("parseExactly", exact),
  exactJson: valueSymbol("exactJson", exact),
  exactJsonBody: valueSymbol("exactJsonBody", exact),
  exactText: valueSymbol("exactText", exact),
  exactHeader: valueSymbol("exactHeader", exact),
  exactParts: valueSymbol("exactParts", exact),
  exactField: valueSymbol("exactField", exact),
  exactJsonField: valueSymbol("exactJsonField", exact),
  exactPart: valueSymbol("exactPart", exact),
  exactNumberField: valueSymbol("exactNumberField", exact),
  readJsonAs: valueSymbol("readJsonAs", reading),
  readJsonLinesAs: valueSymbol("readJsonLinesAs", reading),
  readJsonEventsAs: valueSymbol("readJsonEventsAs", reading),
  readEventsAs: valueSymbol("readEventsAs", reading),
  readTextAs: valueSymbol("readTextAs", reading),
  withHeadersAs: valueSymbol("withHeadersAs", reading),
} as const satisfies Record<string, CodeSymbol>;
