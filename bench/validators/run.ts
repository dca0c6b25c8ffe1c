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
  readonly data: readonly unknown[];
  readonly hand: Check;
  readonly rivals: Readonly<Record<string, Check>>;
}

const rounds = process.argv.includes("--quick") ? 5 : 31;
const millisecondsPerTurn = 25;

async function subjects(): Promise<Subject[]> {
  const document = subjectDescription();
  const [plain, strict] = await compileValidators([
    { document, settings: { formats: { assert: "nowhere", except: [] } } },
    { document, settings: { formats: { assert: "everywhere", except: [] } } },
  ]);
  if (plain === undefined || strict === undefined) throw new Error("no output");
  const ajv = ajvOf(document, false, false);
  const ajvStrict = ajvOf(document, true, false);
  const ajvAll = ajvOf(document, false, true);
  const valid = (
    name: string,
    component: string,
    data: readonly unknown[],
    byHand: Check,
  ): Subject => ({
    name,
    data,
    hand: byHand,
    rivals: {
      specwright: plain.validator(component).is,
      ajv: ajv(component),
    },
  });
  const wrong = (
    name: string,
    component: string,
    data: readonly unknown[],
    byHand: Check,
  ): Subject => ({
    name,
    data,
    hand: byHand,
    rivals: {
      specwright: plain.validator(component).validate,
      ajv: ajvAll(component),
    },
  });
  const bodyData = [bodies.sparse, bodies.full];
  return [
    valid("body", "Body", bodyData, hand.isBody),
    {
      name: "body, formats too",
      data: bodyData,
      hand: hand.isBodyWithFormats,
      rivals: {
        specwright: strict.validator("Body").is,
        ajv: ajvStrict("Body"),
      },
    },
    valid("response", "IncomingPhoneNumber", [phoneNumber], hand.isNumber),
    valid("list of 100", "List", [list], hand.isList),
    valid("union of 20", "Event", events, hand.isEvent),
    wrong(
      "body, many errors",
      "Body",
      bodyData.map(spoilt),
      handIssues.bodyIssues,
    ),
    wrong(
      "response, many errors",
      "IncomingPhoneNumber",
      [spoilt(phoneNumber)],
      handIssues.numberIssues,
    ),
    wrong(
      "list of 100, many errors",
      "List",
      [spoilt(list)],
      handIssues.listIssues,
    ),
    wrong(
      "list of 100, one error",
      "List",
      [list.map((each, index) => (index === 60 ? { ...each, beta: 5 } : each))],
      handIssues.listIssues,
    ),
    wrong(
      "union of 20, many errors",
      "Event",
      events.map(spoilt),
      handIssues.eventIssues,
    ),
  ];
}

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

/** Milliseconds of processor time that the process has used: other processes disturb it less than the clock. */
function processorTime(): number {
  return process.cpuUsage().user / 1000;
}

/** Calls in a millisecond, over one turn. */
function speed(check: Check, data: readonly unknown[]): number {
  let calls = 0;
  let sink = 0;
  const start = processorTime();
  let elapsed = 0;
  while (elapsed < millisecondsPerTurn) {
    for (let repeat = 0; repeat < 20; repeat++) {
      for (const each of data) if (check(each)) sink++;
    }
    calls += 20 * data.length;
    elapsed = processorTime() - start;
  }
  if (sink < 0) throw new Error("never");
  return calls / elapsed;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function measure(subject: Subject): Record<string, number> {
  const ratios: Record<string, number[]> = {};
  const checks = Object.entries(subject.rivals);
  for (const [, check] of checks) speed(check, subject.data);
  speed(subject.hand, subject.data);
  for (let round = 0; round < rounds; round++) {
    const limit = speed(subject.hand, subject.data);
    for (const [name, check] of checks) {
      (ratios[name] ??= []).push(speed(check, subject.data) / limit);
    }
  }
  return Object.fromEntries(
    Object.entries(ratios).map(([name, values]) => [name, median(values)]),
  );
}

const speeds = [["data", "by hand", "specwright", "ajv 8"]];
for (const subject of await subjects()) {
  const found = measure(subject);
  const cells = ["specwright", "ajv"].map((name) =>
    (found[name] ?? NaN).toFixed(2),
  );
  speeds.push([subject.name, "1.00", ...cells]);
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
  replaceSection(page, "validators", markdownTable(speeds));
  replaceSection(page, "validator-size", markdownTable(sizes));
}
