import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { root } from "../../scripts/measure/measured-run.js";
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../generator/model/json.js";

const schemas = "components/schemas";

/** The endpoint's body and response, a list of a hundred responses and a union of twenty objects, as components. */
export function subjectDescription(): JsonObject {
  const spec = parse(readFileSync(`${root}spec/openapi.yaml`, "utf8"), {
    merge: true,
  }) as JsonValue;
  const [path] = Object.keys(at(spec, "paths"));
  const body = at(
    spec,
    "paths",
    path ?? "",
    "post",
    "requestBody",
    "content",
    "application/x-www-form-urlencoded",
    "schema",
  );
  const events: { [name: string]: JsonValue } = {};
  for (let index = 0; index < 20; index++) {
    events[`Event${index}`] = {
      type: "object",
      required: ["kind", "id", "count", `label${index}`],
      properties: {
        kind: { const: `event-${index}` },
        id: { type: "string", format: "uuid" },
        count: { type: "integer", minimum: 0 },
        [`label${index}`]: { type: "string", maxLength: 20 },
        note: { type: "string" },
      },
    };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Subjects", version: "1" },
    paths: {},
    components: {
      schemas: {
        ...at(spec, "components", "schemas"),
        Body: body,
        List: {
          type: "array",
          items: { $ref: `#/${schemas}/IncomingPhoneNumber` },
        },
        Event: {
          oneOf: Object.keys(events).map((name) => ({
            $ref: `#/${schemas}/${name}`,
          })),
          discriminator: { propertyName: "kind" },
        },
        ...events,
      },
    },
  };
}

const sid = (prefix: string): string => prefix + "0123456789abcdef".repeat(2);

/** Valid data, sparse and full for the body. */
export const bodies = {
  sparse: {
    PhoneNumber: "+14155550123",
    FriendlyName: "Front desk",
    VoiceUrl: "https://example.com/voice?line=1",
    SmsMethod: "GET",
  },
  full: {
    AreaCode: "415",
    PhoneNumber: "+14155550123",
    ApiVersion: "2010-04-01",
    FriendlyName: "Front desk",
    SmsApplicationSid: sid("AP"),
    SmsFallbackMethod: "POST",
    SmsFallbackUrl: "https://example.com/sms-fallback",
    SmsMethod: "GET",
    SmsUrl: "https://example.com/sms",
    StatusCallback: "https://example.com/status",
    StatusCallbackMethod: "POST",
    VoiceApplicationSid: sid("AP"),
    VoiceCallerIdLookup: false,
    VoiceFallbackMethod: "POST",
    VoiceFallbackUrl: "https://example.com/voice-fallback",
    VoiceMethod: "POST",
    VoiceUrl: "https://example.com/voice?line=1",
    EmergencyStatus: "Active",
    EmergencyAddressSid: sid("AD"),
    TrunkSid: sid("TK"),
    IdentitySid: sid("RI"),
    AddressSid: sid("AD"),
    VoiceReceiveMode: "voice",
    BundleSid: sid("BU"),
  },
} as const;

export const phoneNumber = {
  sid: sid("PN"),
  account_sid: sid("AC"),
  phone_number: "+14155550123",
  friendly_name: "Front desk",
  type: "local",
  origin: "twilio",
  status: "in-use",
  beta: false,
  capabilities: { voice: true, sms: true, mms: true, fax: false },
  api_version: "2010-04-01",
  date_created: "Tue, 03 Mar 2026 09:30:00 +0000",
  date_updated: "Tue, 03 Mar 2026 09:30:00 +0000",
  status_callback: "https://example.com/status",
  status_callback_method: "POST",
  voice_receive_mode: "voice",
  voice_url: "https://example.com/voice",
  voice_method: "POST",
  voice_fallback_url: "https://example.com/voice-fallback",
  voice_fallback_method: "POST",
  voice_caller_id_lookup: false,
  voice_application_sid: null,
  trunk_sid: null,
  sms_url: "https://example.com/sms",
  sms_method: "POST",
  sms_fallback_url: "https://example.com/sms-fallback",
  sms_fallback_method: "POST",
  sms_application_sid: null,
  emergency_status: "Active",
  emergency_address_sid: sid("AD"),
  emergency_address_status: "registered",
  address_requirements: "none",
  address_sid: null,
  identity_sid: null,
  bundle_sid: null,
  uri: "/2010-04-01/Accounts/x/IncomingPhoneNumbers/y.json",
  subresource_uris: { assigned_add_ons: "/2010-04-01/x.json" },
};

export const list = Array.from({ length: 100 }, () =>
  structuredClone(phoneNumber),
);

export const events = Array.from({ length: 20 }, (_, index) => ({
  kind: `event-${index}`,
  id: `0b2bd3f0-5f3c-4ad4-8fd0-0000000000${index + 10}`,
  count: index,
  [`label${index}`]: "a label",
}));

/** The same with an error in every other member. */
export function spoilt<T>(value: T): T {
  if (Array.isArray(value)) return value.map(spoilt) as T;
  const result: Record<string, unknown> = {};
  Object.entries(value as object).forEach(([key, member], index) => {
    result[key] = index % 2 === 0 && key !== "kind" ? 5 : member;
  });
  return result as T;
}

function at(value: JsonValue, ...keys: readonly string[]): JsonObject {
  let found = value;
  for (const key of keys) {
    if (!isJsonObject(found)) throw new Error(`nothing at ${key}`);
    found = found[key] ?? null;
  }
  if (!isJsonObject(found)) throw new Error(`no object at ${keys.join("/")}`);
  return found;
}
