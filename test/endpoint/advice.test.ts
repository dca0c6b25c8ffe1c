import { describe, expect, test } from "vitest";
import {
  adviseCreateIncomingPhoneNumber,
  type CreateIncomingPhoneNumberBody,
  validateCreateIncomingPhoneNumber,
} from "../../generated/operations/create-incoming-phone-number.js";
import { everyField, sid } from "./sample-values.js";

const path = { AccountSid: sid("AC") };

/** `<ignored field> < <the field that takes its effect away>` */
function advice(fields: Partial<CreateIncomingPhoneNumberBody>): string[] {
  const body: CreateIncomingPhoneNumberBody = { ...fields, AreaCode: "415" };
  return adviseCreateIncomingPhoneNumber({ path, body })
    .map(({ field, ignoredBecauseOf }) => `${field} < ${ignoredBecauseOf}`)
    .sort();
}

const {
  SmsApplicationSid,
  SmsFallbackMethod,
  SmsFallbackUrl,
  SmsMethod,
  SmsUrl,
  TrunkSid,
  VoiceApplicationSid,
  VoiceFallbackMethod,
  VoiceFallbackUrl,
  VoiceMethod,
  VoiceUrl,
} = everyField;
const sms = { SmsUrl, SmsMethod, SmsFallbackUrl, SmsFallbackMethod };
const voice = { VoiceUrl, VoiceMethod, VoiceFallbackUrl, VoiceFallbackMethod };

describe("what the server ignores", () => {
  test.each([
    ["nothing but the number", {}],
    ["URLs without an application", { ...sms, ...voice }],
    ["an SMS application without SMS URLs", { SmsApplicationSid, ...voice }],
    ["a voice application without voice URLs", { VoiceApplicationSid, ...sms }],
    [
      "a trunk without voice fields",
      { TrunkSid, ...sms, SmsApplicationSid: undefined },
    ],
    [
      "fields that no application takes over",
      {
        TrunkSid,
        SmsApplicationSid,
        StatusCallback: "https://example.com/status",
        StatusCallbackMethod: "GET",
        VoiceCallerIdLookup: true,
        VoiceReceiveMode: "voice",
      },
    ],
    [
      "an application that is undefined",
      { ...sms, SmsApplicationSid: undefined },
    ],
  ] as const)("%s: no advice", (_name, fields) => {
    expect(advice(fields as Partial<CreateIncomingPhoneNumberBody>)).toEqual(
      [],
    );
  });

  test("SMS URLs and methods under an SMS application", () => {
    expect(advice({ SmsApplicationSid, ...sms })).toEqual([
      "SmsFallbackMethod < SmsApplicationSid",
      "SmsFallbackUrl < SmsApplicationSid",
      "SmsMethod < SmsApplicationSid",
      "SmsUrl < SmsApplicationSid",
    ]);
  });

  test("voice URLs and methods under a voice application", () => {
    expect(advice({ VoiceApplicationSid, ...voice })).toEqual([
      "VoiceFallbackMethod < VoiceApplicationSid",
      "VoiceFallbackUrl < VoiceApplicationSid",
      "VoiceMethod < VoiceApplicationSid",
      "VoiceUrl < VoiceApplicationSid",
    ]);
  });

  test("voice URLs, methods and application under a trunk", () => {
    expect(advice({ TrunkSid, VoiceApplicationSid, VoiceUrl })).toEqual([
      "VoiceApplicationSid < TrunkSid",
      "VoiceUrl < TrunkSid",
      "VoiceUrl < VoiceApplicationSid",
    ]);
  });

  test("it says where and why", () => {
    const body = { AreaCode: "415", VoiceUrl, TrunkSid };
    expect(adviseCreateIncomingPhoneNumber({ path, body })).toEqual([
      {
        pointer: "/body/VoiceUrl",
        field: "VoiceUrl",
        ignoredBecauseOf: "TrunkSid",
        reason: "The trunk handles every call.",
      },
    ]);
  });

  test("it is advice and no issue: every field at once is a valid input", () => {
    const input = { path, body: everyField };
    expect(adviseCreateIncomingPhoneNumber(input)).toHaveLength(13);
    expect(validateCreateIncomingPhoneNumber(input).ok).toBe(true);
  });
});
