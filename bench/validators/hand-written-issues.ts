/** The collecting counterpart of hand-written.ts: every issue, pushed where it is found. */
import { uri, uuid } from "./hand-written.js";

type Fields = Record<string, unknown>;

export interface HandIssue {
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
  readonly params: Fields;
  readonly schemaPointer: string;
}

const ac = /^AC[0-9a-fA-F]{32}$/u;
const ad = /^AD[0-9a-fA-F]{32}$/u;
const ap = /^AP[0-9a-fA-F]{32}$/u;
const bu = /^BU[0-9a-fA-F]{32}$/u;
const pn = /^PN[0-9a-fA-F]{32}$/u;
const ri = /^RI[0-9a-fA-F]{32}$/u;
const tk = /^TK[0-9a-fA-F]{32}$/u;
const areaCode = /^[0-9]{3}$/u;
const phoneNumber = /^\+[1-9][0-9]{1,14}$/u;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One list for a whole check; `at` and `schema` are the places of the object that is looked at. */
class Report {
  readonly issues: HandIssue[] = [];

  add(
    at: string,
    schema: string,
    keyword: string,
    params: Fields,
    message: string,
  ): void {
    this.issues.push({
      pointer: at,
      keyword,
      message,
      params,
      schemaPointer: `${schema}/${keyword}`,
    });
  }

  text(
    value: unknown,
    at: string,
    schema: string,
    pattern: RegExp | undefined,
    min: number,
    max: number,
    nullable = false,
  ): void {
    if (typeof value !== "string") {
      if (nullable && value === null) return;
      const message = `expected a string, found ${show(value)}`;
      this.add(at, schema, "type", { types: ["string"] }, message);
      return;
    }
    if (value.length < min && [...value].length < min) {
      const message = `expected at least ${min} characters, found ${value.length}`;
      this.add(at, schema, "minLength", { limit: min }, message);
    }
    if (value.length > max && [...value].length > max) {
      const message = `expected at most ${max} characters, found ${value.length}`;
      this.add(at, schema, "maxLength", { limit: max }, message);
    }
    if (pattern !== undefined && !pattern.test(value)) {
      const { source } = pattern;
      const message = `expected text like ${source}, found ${show(value)}`;
      this.add(at, schema, "pattern", { pattern: source }, message);
    }
  }

  link(
    value: unknown,
    at: string,
    schema: string,
    formats: boolean,
    nullable = false,
  ): void {
    this.text(value, at, schema, undefined, 0, Infinity, nullable);
    if (formats && typeof value === "string" && !uri.test(value)) {
      const message = `expected a URI, found ${show(value)}`;
      this.add(at, schema, "format", { format: "uri" }, message);
    }
  }

  among(
    value: unknown,
    at: string,
    schema: string,
    allowed: readonly unknown[],
  ): void {
    if (allowed.includes(value)) return;
    const message = `expected ${allowed.map(show).join(" or ")}, found ${show(value)}`;
    this.add(at, schema, "enum", { allowed }, message);
  }

  flag(value: unknown, at: string, schema: string): void {
    if (typeof value === "boolean") return;
    const message = `expected a boolean, found ${show(value)}`;
    this.add(at, schema, "type", { types: ["boolean"] }, message);
  }

  object(value: unknown, at: string, schema: string): value is Fields {
    if (isFields(value)) return true;
    const message = `expected an object, found ${show(value)}`;
    this.add(at, schema, "type", { types: ["object"] }, message);
    return false;
  }
}

function show(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 40 ? value.slice(0, 40) : value);
  }
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? "an object" : `${value}`;
}

const methods = ["GET", "POST"];

export function bodyIssues(
  value: unknown,
  formats = false,
): readonly HandIssue[] {
  const report = new Report();
  const schema = "#/components/schemas/Body";
  if (!report.object(value, "", schema)) return report.issues;
  for (const key in value) {
    const field = value[key];
    if (field === undefined) continue;
    const at = `/${key}`;
    const place = `${schema}/properties/${key}`;
    switch (key) {
      case "AreaCode":
        report.text(field, at, place, areaCode, 0, Infinity);
        break;
      case "PhoneNumber":
        report.text(field, at, place, phoneNumber, 0, Infinity);
        break;
      case "FriendlyName":
        report.text(field, at, place, undefined, 0, 64);
        break;
      case "ApiVersion":
        report.text(field, at, place, undefined, 0, Infinity);
        break;
      case "StatusCallback":
      case "VoiceUrl":
      case "VoiceFallbackUrl":
      case "SmsUrl":
      case "SmsFallbackUrl":
        report.link(field, at, place, formats);
        break;
      case "StatusCallbackMethod":
      case "VoiceMethod":
      case "VoiceFallbackMethod":
      case "SmsMethod":
      case "SmsFallbackMethod":
        report.among(field, at, place, methods);
        break;
      case "VoiceReceiveMode":
        report.among(field, at, place, ["voice", "fax"]);
        break;
      case "EmergencyStatus":
        report.among(field, at, place, ["Active", "Inactive"]);
        break;
      case "VoiceCallerIdLookup":
        report.flag(field, at, place);
        break;
      case "VoiceApplicationSid":
      case "SmsApplicationSid":
        report.text(field, at, place, ap, 34, 34);
        break;
      case "TrunkSid":
        report.text(field, at, place, tk, 34, 34);
        break;
      case "EmergencyAddressSid":
      case "AddressSid":
        report.text(field, at, place, ad, 34, 34);
        break;
      case "IdentitySid":
        report.text(field, at, place, ri, 34, 34);
        break;
      case "BundleSid":
        report.text(field, at, place, bu, 34, 34);
        break;
      default:
        report.add(
          at,
          schema,
          "additionalProperties",
          { name: key },
          `unexpected ${show(key)}`,
        );
    }
  }
  if (value["AreaCode"] === undefined && value["PhoneNumber"] === undefined) {
    const params = { groups: [["AreaCode"], ["PhoneNumber"]] };
    const message = 'expected "AreaCode" or "PhoneNumber"';
    report.add("", schema, "anyOf", params, message);
  }
  return report.issues;
}

const texts: readonly (readonly [string, RegExp | undefined])[] = [
  ["sid", pn],
  ["account_sid", ac],
  ["phone_number", phoneNumber],
  ["friendly_name", undefined],
  ["type", undefined],
  ["origin", undefined],
  ["status", undefined],
  ["api_version", undefined],
  ["date_created", undefined],
  ["date_updated", undefined],
  ["voice_application_sid", ap],
  ["trunk_sid", tk],
  ["sms_application_sid", ap],
  ["emergency_address_sid", ad],
  ["address_sid", ad],
  ["identity_sid", ri],
  ["bundle_sid", bu],
  ["uri", undefined],
];

const links: readonly string[] = [
  "status_callback",
  "voice_url",
  "voice_fallback_url",
  "sms_url",
  "sms_fallback_url",
];

const enums: readonly (readonly [string, readonly unknown[]])[] = [
  ["status_callback_method", ["GET", "POST", null]],
  ["voice_method", ["GET", "POST", null]],
  ["voice_fallback_method", ["GET", "POST", null]],
  ["sms_method", ["GET", "POST", null]],
  ["sms_fallback_method", ["GET", "POST", null]],
  ["voice_receive_mode", ["voice", "fax"]],
  ["emergency_status", ["Active", "Inactive"]],
  ["address_requirements", ["none", "any", "local", "foreign"]],
  [
    "emergency_address_status",
    [
      "registered",
      "unregistered",
      "pending-registration",
      "registration-failure",
      "pending-unregistration",
      "unregistration-failure",
    ],
  ],
];

export function numberIssues(
  value: unknown,
  formats = false,
): readonly HandIssue[] {
  const report = new Report();
  addNumber(report, value, "", formats);
  return report.issues;
}

export function listIssues(
  value: unknown,
  formats = false,
): readonly HandIssue[] {
  const report = new Report();
  if (!Array.isArray(value)) return report.issues;
  value.forEach((each, index) => addNumber(report, each, `/${index}`, formats));
  return report.issues;
}

function addNumber(
  report: Report,
  value: unknown,
  at: string,
  formats: boolean,
): void {
  const schema = "#/components/schemas/IncomingPhoneNumber";
  if (!report.object(value, at, schema)) return;
  for (const [name, pattern] of texts) {
    const field = value[name];
    if (field === undefined) addMissing(report, at, schema, name);
    else {
      const min = pattern === undefined || pattern === phoneNumber ? 0 : 34;
      const max = min === 0 ? Infinity : 34;
      const place = `${schema}/properties/${name}`;
      report.text(field, `${at}/${name}`, place, pattern, min, max, true);
    }
  }
  for (const name of links) {
    const field = value[name];
    if (field === undefined) addMissing(report, at, schema, name);
    else {
      const place = `${schema}/properties/${name}`;
      report.link(field, `${at}/${name}`, place, formats, true);
    }
  }
  for (const [name, allowed] of enums) {
    const field = value[name];
    if (field === undefined) addMissing(report, at, schema, name);
    else {
      const place = `${schema}/properties/${name}`;
      report.among(field, `${at}/${name}`, place, allowed);
    }
  }
  for (const name of ["beta", "voice_caller_id_lookup"]) {
    const field = value[name];
    if (field === undefined) addMissing(report, at, schema, name);
    else if (field !== null) {
      report.flag(field, `${at}/${name}`, `${schema}/properties/${name}`);
    }
  }
  const { capabilities } = value;
  if (capabilities === undefined)
    addMissing(report, at, schema, "capabilities");
  else if (capabilities !== null) {
    const where = `${at}/capabilities`;
    const place = "#/components/schemas/PhoneNumberCapabilities";
    if (!report.object(capabilities, where, place)) return;
    for (const name of ["voice", "sms", "mms", "fax"]) {
      const field = capabilities[name];
      if (field === undefined) continue;
      report.flag(field, `${where}/${name}`, `${place}/properties/${name}`);
    }
  }
}

function addMissing(
  report: Report,
  at: string,
  schema: string,
  name: string,
): void {
  report.add(at, schema, "required", { name }, `"${name}" is missing`);
}

export function eventIssues(
  value: unknown,
  formats = false,
): readonly HandIssue[] {
  const report = new Report();
  const schema = "#/components/schemas/Event";
  if (!report.object(value, "", schema)) return report.issues;
  const { kind } = value;
  const index = typeof kind === "string" ? /^event-(\d+)$/.exec(kind)?.[1] : "";
  if (index === undefined || index === "" || Number(index) > 19) {
    report.add("/kind", schema, "discriminator", {}, `unknown ${show(kind)}`);
    return report.issues;
  }
  const branch = `#/components/schemas/Event${index}`;
  const { id, count, note } = value;
  const label = value[`label${index}`];
  if (id === undefined) addMissing(report, "", branch, "id");
  else {
    const place = `${branch}/properties/id`;
    report.text(id, "/id", place, undefined, 0, Infinity);
    if (formats && typeof id === "string" && !uuid.test(id)) {
      const message = `expected a UUID, found ${show(id)}`;
      report.add("/id", place, "format", { format: "uuid" }, message);
    }
  }
  if (count === undefined) addMissing(report, "", branch, "count");
  else if (typeof count !== "number" || !Number.isInteger(count)) {
    const message = `expected an integer, found ${show(count)}`;
    const place = `${branch}/properties/count`;
    report.add("/count", place, "type", { types: ["integer"] }, message);
  } else if (count < 0) {
    const message = `expected at least 0, found ${count}`;
    const place = `${branch}/properties/count`;
    report.add("/count", place, "minimum", { limit: 0 }, message);
  }
  if (label === undefined) addMissing(report, "", branch, `label${index}`);
  else {
    const place = `${branch}/properties/label${index}`;
    report.text(label, `/label${index}`, place, undefined, 0, 20);
  }
  if (note !== undefined) {
    report.text(
      note,
      "/note",
      `${branch}/properties/note`,
      undefined,
      0,
      Infinity,
    );
  }
  return report.issues;
}
