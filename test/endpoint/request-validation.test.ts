import { describe, expect, test } from "vitest";
import { validateCreateIncomingPhoneNumber } from "../../generated/operations/create-incoming-phone-number.js";
import type { Issue } from "../../generated/runtime/issues.js";
import { constraints } from "./constraints.js";
import { describedConstraints } from "./described-constraints.js";
import { everyField, sid } from "./sample-values.js";

const operationPointer =
  "#/paths/~12010-04-01~1Accounts~1{AccountSid}~1IncomingPhoneNumbers.json/post";

/** A valid input with one field set: the path parameter or a field of the form. */
function inputWith(field: string, value: unknown): unknown {
  const path = { AccountSid: sid("AC") };
  if (field === "AccountSid") {
    return { path: { AccountSid: value }, body: { AreaCode: "415" } };
  }
  const other =
    field === "AreaCode"
      ? { PhoneNumber: "+14155550123" }
      : { AreaCode: "415" };
  return { path, body: { ...other, [field]: value } };
}

function pointerOf(field: string): string {
  return field === "AccountSid" ? "/path/AccountSid" : `/body/${field}`;
}

function issuesOf(input: unknown): readonly Issue[] {
  const result = validateCreateIncomingPhoneNumber(input);
  return result.ok ? [] : result.issues;
}

function described(issues: readonly Issue[]): string[] {
  return issues
    .map(({ pointer, keyword, message }) => `${pointer} ${keyword}: ${message}`)
    .sort();
}

describe("every constraint of every field", () => {
  const good = constraints.flatMap(({ field, constraint, good: values }) =>
    values.map((value) => ({ field, constraint, value })),
  );
  const bad = constraints.flatMap(({ field, constraint, bad: values }) =>
    values.map((row) => ({ field, constraint, ...row })),
  );

  test("the table covers what the description says, with one good and two bad values at least", () => {
    const covered = constraints.map(
      ({ field, constraint }) => `${field} ${constraint}`,
    );
    expect(covered.sort()).toEqual(describedConstraints().sort());
    for (const constraint of constraints) {
      expect(constraint.good.length).toBeGreaterThanOrEqual(1);
      expect(constraint.bad.length).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(good)("$field takes $value ($constraint)", ({ field, value }) => {
    const input = inputWith(field, value);
    expect(validateCreateIncomingPhoneNumber(input)).toEqual({
      ok: true,
      value: input,
    });
  });

  test.each(bad)(
    "$field refuses $value ($constraint)",
    ({ field, value, issues }) => {
      expect(described(issuesOf(inputWith(field, value)))).toEqual(
        issues
          .map(
            ([keyword, message]) =>
              `${pointerOf(field)} ${keyword}: ${message}`,
          )
          .sort(),
      );
    },
  );

  test("an issue points into the description as well", () => {
    expect(issuesOf(inputWith("AreaCode", "41"))).toEqual([
      {
        pointer: "/body/AreaCode",
        keyword: "pattern",
        message: 'expected text like ^[0-9]{3}$, found "41"',
        params: { pattern: "^[0-9]{3}$" },
        schemaPointer: `${operationPointer}/requestBody/content/application~1x-www-form-urlencoded/schema/properties/AreaCode/pattern`,
      },
    ]);
    expect(issuesOf(inputWith("EmergencyStatus", "On"))[0]?.schemaPointer).toBe(
      "#/components/schemas/EmergencyStatus/enum",
    );
    expect(issuesOf(inputWith("AccountSid", sid("XX")))[0]?.schemaPointer).toBe(
      `${operationPointer}/parameters/0/schema/pattern`,
    );
  });
});

describe("the whole input", () => {
  const path = { AccountSid: sid("AC") };

  test("every field at once is valid, and the value is the one that was given", () => {
    const input = { path, body: everyField };
    const result = validateCreateIncomingPhoneNumber(input);
    expect(result).toEqual({ ok: true, value: input });
    expect(result.ok && result.value).toBe(input);
  });

  test.each([
    { name: "AreaCode alone", body: { AreaCode: "415" } },
    { name: "PhoneNumber alone", body: { PhoneNumber: "+14155550123" } },
    { name: "both", body: { AreaCode: "415", PhoneNumber: "+14155550123" } },
    {
      name: "an optional field that is undefined",
      body: { AreaCode: "415", FriendlyName: undefined },
    },
  ])("$name is enough", ({ body }) => {
    expect(issuesOf({ path, body })).toEqual([]);
  });

  test.each([
    { name: "an empty body", body: {} },
    { name: "another field alone", body: { FriendlyName: "Front desk" } },
    {
      name: "both undefined",
      body: { AreaCode: undefined, PhoneNumber: undefined },
    },
  ])("neither AreaCode nor PhoneNumber: $name", ({ body }) => {
    const issues = issuesOf({ path, body });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ pointer: "/body", keyword: "anyOf" });
    expect(issues[0]?.message).toContain("AreaCode");
    expect(issues[0]?.message).toContain("PhoneNumber");
  });

  test("what is inherited does not count, since it would not be sent", () => {
    const body: unknown = Object.create({ AreaCode: "415" });
    expect(issuesOf({ path, body })).toMatchObject([{ pointer: "/body" }]);
  });

  test.each([
    ["areaCode", "in another spelling"],
    ["Unknown", "unknown"],
    ["toString", "named like a method of every object"],
    ["a/b~c", "with the characters that a pointer escapes"],
  ])("%s is refused: a field %s", (name) => {
    const issues = issuesOf({ path, body: { AreaCode: "415", [name]: "x" } });
    expect(issues).toMatchObject([
      {
        pointer: `/body/${name.replace("~", "~0").replace("/", "~1")}`,
        keyword: "additionalProperties",
        message: `unexpected ${JSON.stringify(name)}`,
      },
    ]);
  });

  test("an own __proto__ is an unknown field as well", () => {
    const body: unknown = JSON.parse('{ "AreaCode": "415", "__proto__": {} }');
    expect(issuesOf({ path, body })).toMatchObject([
      { pointer: "/body/__proto__", keyword: "additionalProperties" },
    ]);
  });

  test.each([
    { input: undefined, pointer: "", keyword: "type" },
    { input: null, pointer: "", keyword: "type" },
    { input: [], pointer: "", keyword: "type" },
    { input: "AC", pointer: "", keyword: "type" },
    { input: { path }, pointer: "", keyword: "required" },
    { input: { body: { AreaCode: "415" } }, pointer: "", keyword: "required" },
    {
      input: { path: {}, body: { AreaCode: "415" } },
      pointer: "/path",
      keyword: "required",
    },
    { input: { path, body: null }, pointer: "/body", keyword: "type" },
    { input: { path, body: [] }, pointer: "/body", keyword: "type" },
    {
      input: { path, body: new URLSearchParams("AreaCode=415") },
      pointer: "/body",
    },
    {
      input: { path: { ...path, Sid: "x" }, body: { AreaCode: "415" } },
      pointer: "/path/Sid",
      keyword: "additionalProperties",
    },
    {
      input: { path, body: { AreaCode: "415" }, query: {} },
      pointer: "/query",
      keyword: "additionalProperties",
    },
  ])('$input is refused at "$pointer"', ({ input, ...expected }) => {
    expect(issuesOf(input)).toEqual(
      expect.arrayContaining([expect.objectContaining(expected)]),
    );
  });

  test("all the issues of a bad input are reported at once", () => {
    const issues = issuesOf({
      path: { AccountSid: "AC123" },
      body: {
        FriendlyName: "x".repeat(65),
        VoiceCallerIdLookup: "yes",
        VoiceMethod: "PUT",
        SmsUrl: "not a url",
        TrunkSid: sid("AP"),
        EmergencyStatus: "on",
        Colour: "red",
      },
    });
    const places = issues.map(
      ({ pointer, keyword }) => `${pointer} ${keyword}`,
    );
    expect(places.sort()).toEqual([
      "/body anyOf",
      "/body/Colour additionalProperties",
      "/body/EmergencyStatus enum",
      "/body/FriendlyName maxLength",
      "/body/SmsUrl format",
      "/body/TrunkSid pattern",
      "/body/VoiceCallerIdLookup type",
      "/body/VoiceMethod enum",
      "/path/AccountSid minLength",
      "/path/AccountSid pattern",
    ]);
  });

  test("checking changes nothing", () => {
    const input = {
      path: Object.freeze({ AccountSid: "nonsense" }),
      body: Object.freeze({ Colour: "red" }),
    };
    const before = JSON.stringify(input);
    issuesOf(Object.freeze(input));
    expect(JSON.stringify(input)).toBe(before);
  });
});
