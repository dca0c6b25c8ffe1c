/**
 * Throughput of validators in one process: ours, a function written by hand and ajv, taken in turn; the median
 * of the ratios to the function written by hand. Writes the section of docs/benchmarks.md.
 */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { JsonObject } from "../../generator/model/json.js";
import { compileValidators } from "../../test/validators/compile-validators.js";
import { root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { drawChart } from "../draw-chart.js";
import { installPeers } from "../install-peers.js";
import { compareSpeed, type Ratio } from "./compare-speed.js";
import * as hand from "./hand-written.js";
import * as handIssues from "./hand-written-issues.js";
import {
  bodies,
  events,
  list,
  phoneNumber,
  spoilt,
  subjectDescription,
} from "./subjects.js";
import { validatorBytes } from "./size.js";

type Check = (value: unknown) => unknown;

interface Subject {
  readonly name: string;
  readonly component: string;
  readonly data: readonly unknown[];
  readonly isValid: boolean;
  readonly plain: Check;
  readonly withFormats: Check;
}

const rounds = process.argv.includes("--quick") ? 30 : 300;

const bodyData = [bodies.sparse, bodies.full];
const collecting = (
  issues: (value: unknown, formats: boolean) => unknown,
): { plain: Check; withFormats: Check } => ({
  plain: (value) => issues(value, false),
  withFormats: (value) => issues(value, true),
});

const subjects: readonly Subject[] = [
  {
    name: "body",
    component: "Body",
    data: bodyData,
    isValid: true,
    plain: hand.isBody,
    withFormats: hand.isBodyWithFormats,
  },
  {
    name: "response",
    component: "IncomingPhoneNumber",
    data: [phoneNumber],
    isValid: true,
    plain: hand.isNumber,
    withFormats: hand.isNumberWithFormats,
  },
  {
    name: "list of 100",
    component: "List",
    data: [list],
    isValid: true,
    plain: hand.isList,
    withFormats: hand.isListWithFormats,
  },
  {
    name: "union of 20",
    component: "Event",
    data: events,
    isValid: true,
    plain: hand.isEvent,
    withFormats: hand.isEventWithFormats,
  },
  {
    name: "body, many errors",
    component: "Body",
    data: bodyData.map(spoilt),
    isValid: false,
    ...collecting(handIssues.bodyIssues),
  },
  {
    name: "response, many errors",
    component: "IncomingPhoneNumber",
    data: [spoilt(phoneNumber)],
    isValid: false,
    ...collecting(handIssues.numberIssues),
  },
  {
    name: "list of 100, many errors",
    component: "List",
    data: [spoilt(list)],
    isValid: false,
    ...collecting(handIssues.listIssues),
  },
  {
    name: "list of 100, one error",
    component: "List",
    data: [
      list.map((each, index) => (index === 60 ? { ...each, beta: 5 } : each)),
    ],
    isValid: false,
    ...collecting(handIssues.listIssues),
  },
  {
    name: "union of 20, many errors",
    component: "Event",
    data: events.map(spoilt),
    isValid: false,
    ...collecting(handIssues.eventIssues),
  },
];

function ajvOf(
  document: JsonObject,
  validateFormats: boolean,
  allErrors: boolean,
): (component: string) => Check {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats,
    allErrors,
    formats: fullFormats,
  });
  ajv.addSchema(document as JsonObject, "subjects");
  return (component) => {
    const validate = ajv.getSchema(
      `subjects#/components/schemas/${component}`,
    ) as ValidateFunction;
    return (value) => validate(value) || validate.errors;
  };
}

function cell({ median, spread }: Ratio): string {
  return `${median.toFixed(2)} ± ${spread.toFixed(2)}`;
}

const document = subjectDescription();
const compiled = await compileValidators([
  { document, settings: { formats: { assert: "nowhere", except: [] } } },
  { document, settings: { formats: { assert: "everywhere", except: [] } } },
]);
const sides = (["plain", "withFormats"] as const).map((side, index) => {
  const ours = compiled[index];
  if (ours === undefined) throw new Error("no output");
  const hasFormats = side === "withFormats";
  const first = ajvOf(document, hasFormats, false);
  const all = ajvOf(document, hasFormats, true);
  return { side, ours, first, all };
});
const speeds = [
  ["data", "specwright", "ajv 8", "specwright, formats", "ajv 8, formats"],
];
for (const { name, component, isValid, ...subject } of subjects) {
  // As a program gets them: parsed.
  const data = JSON.parse(JSON.stringify(subject.data)) as unknown[];
  const cells = sides.flatMap(({ side, ours, first, all }) => {
    const validator = ours.validator(component);
    const checks = isValid
      ? [validator.is, first(component)]
      : [validator.validate, all(component)];
    return compareSpeed(
      { check: subject[side], data },
      checks.map((check) => ({ check, data })),
      rounds,
    ).map(cell);
  });
  speeds.push([name, ...cells]);
  console.log(speeds.at(-1)?.join(" | "));
}
const sizes = [["function", "no formats", "formats"]];
for (const name of ["isBody", "validateBody"] as const) {
  const plain = await validatorBytes(name, "nowhere");
  const strict = await validatorBytes(name, "everywhere");
  sizes.push([name, `${plain} bytes`, `${strict} bytes`]);
  console.log(sizes.at(-1)?.join(" | "));
}
if (!process.argv.includes("--quick")) {
  const page = `${root}docs/benchmarks.md`;
  installPeers();
  const [heading = [], ...rows] = speeds;
  const chart = drawChart("validators", {
    title: "Validators beside functions written by hand",
    unit: "times as fast as the one by hand",
    groups: rows.map(([name = ""]) => name),
    series: heading.slice(1).map((name, index) => ({
      name,
      values: rows.map((row) => Number.parseFloat(row[index + 1] ?? "")),
    })),
  });
  const table = `${markdownTable(speeds)}\n\n${chart}`;
  replaceSection(page, "validators", table);
  replaceSection(page, "validator-size", markdownTable(sizes));
}
