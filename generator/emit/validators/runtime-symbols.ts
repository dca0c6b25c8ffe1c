import { typeSymbol, valueSymbol, type CodeSymbol } from "../../code/symbol.js";

const issuesModule = "runtime/issues.ts";
const placesModule = "runtime/places.ts";
const depthModule = "runtime/depth.ts";
const kindsModule = "runtime/issue-kinds.ts";
const dataModule = "runtime/data.ts";
const equalityModule = "runtime/equality.ts";
const contentModule = "runtime/content.ts";
const exactModule = "runtime/exact-json.ts";
const unionsModule = "runtime/unions.ts";
const onceModule = "runtime/once.ts";

/** What the validators take from the runtime. */
export const runtime = {
  ValidationResult: typeSymbol("ValidationResult", issuesModule),
  Place: typeSymbol("Place", placesModule),
  failure: valueSymbol("failure", placesModule),
  report: valueSymbol("report", placesModule),
  checked: valueSymbol("checked", placesModule),
  schemaPlace: valueSymbol("schemaPlace", placesModule),
  partPlace: valueSymbol("partPlace", placesModule),
  childPlace: valueSymbol("childPlace", placesModule),
  propertyPlace: valueSymbol("propertyPlace", placesModule),
  itemPlace: valueSymbol("itemPlace", placesModule),
  hideFound: valueSymbol("hideFound", placesModule),
  isTooFar: valueSymbol("isTooFar", depthModule),
  typeIssue: valueSymbol("typeIssue", kindsModule),
  constIssue: valueSymbol("constIssue", kindsModule),
  enumIssue: valueSymbol("enumIssue", kindsModule),
  minimumIssue: valueSymbol("minimumIssue", kindsModule),
  maximumIssue: valueSymbol("maximumIssue", kindsModule),
  exclusiveMinimumIssue: valueSymbol("exclusiveMinimumIssue", kindsModule),
  exclusiveMaximumIssue: valueSymbol("exclusiveMaximumIssue", kindsModule),
  multipleOfIssue: valueSymbol("multipleOfIssue", kindsModule),
  lengthIssues: valueSymbol("lengthIssues", kindsModule),
  sizeIssue: valueSymbol("sizeIssue", kindsModule),
  patternIssue: valueSymbol("patternIssue", kindsModule),
  formatIssue: valueSymbol("formatIssue", kindsModule),
  contentIssues: valueSymbol("contentIssues", contentModule),
  holdsJson: valueSymbol("holdsJson", contentModule),
  uniqueItemsIssue: valueSymbol("uniqueItemsIssue", kindsModule),
  requiredIssue: valueSymbol("requiredIssue", kindsModule),
  requiredTypeIssues: valueSymbol("requiredTypeIssues", kindsModule),
  optionalTypeIssues: valueSymbol("optionalTypeIssues", kindsModule),
  dependentRequiredIssue: valueSymbol("dependentRequiredIssue", kindsModule),
  unexpectedIssue: valueSymbol("unexpectedIssue", kindsModule),
  propertyNamesIssue: valueSymbol("propertyNamesIssue", kindsModule),
  readOnlyIssue: valueSymbol("readOnlyIssue", kindsModule),
  containsIssue: valueSymbol("containsIssue", kindsModule),
  notIssue: valueSymbol("notIssue", kindsModule),
  neverIssue: valueSymbol("neverIssue", kindsModule),
  depthIssue: valueSymbol("depthIssue", depthModule),
  isObject: valueSymbol("isObject", dataModule),
  own: valueSymbol("own", dataModule),
  isBinary: valueSymbol("isBinary", dataModule),
  countMembers: valueSymbol("countMembers", dataModule),
  codePoints: valueSymbol("codePoints", dataModule),
  isMultipleOf: valueSymbol("isMultipleOf", dataModule),
  isExactMultipleOf: valueSymbol("isExactMultipleOf", exactModule),
  isExactInt64: valueSymbol("isExactInt64", exactModule),
  isExactUint64: valueSymbol("isExactUint64", exactModule),
  equal: valueSymbol("equal", equalityModule),
  duplicate: valueSymbol("duplicate", equalityModule),
  unionIssue: valueSymbol("unionIssue", unionsModule),
  oneOfIssue: valueSymbol("oneOfIssue", unionsModule),
  tagIssue: valueSymbol("tagIssue", unionsModule),
  testOnce: valueSymbol("testOnce", onceModule),
  collectOnce: valueSymbol("collectOnce", onceModule),
} as const satisfies Record<string, CodeSymbol>;
