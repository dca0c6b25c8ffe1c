import type { CreateIncomingPhoneNumberBody } from "../../generated/operations/create-incoming-phone-number.js";

/** A SID of the right form: two letters and 32 hexadecimal digits. */
export function sid(prefix: string, digit = "a"): string {
  return prefix + digit.repeat(32);
}

/** One valid value for each field of the form. */
export const everyField = {
  AreaCode: "415",
  PhoneNumber: "+14155550123",
  ApiVersion: "2010-04-01",
  FriendlyName: "Front desk",
  SmsApplicationSid: sid("AP", "b"),
  SmsFallbackMethod: "GET",
  SmsFallbackUrl: "https://example.com/sms-fallback",
  SmsMethod: "POST",
  SmsUrl: "https://example.com/sms",
  StatusCallback: "https://example.com/status",
  StatusCallbackMethod: "GET",
  VoiceApplicationSid: sid("AP", "c"),
  VoiceCallerIdLookup: true,
  VoiceFallbackMethod: "POST",
  VoiceFallbackUrl: "https://example.com/voice-fallback",
  VoiceMethod: "GET",
  VoiceUrl: "https://example.com/voice",
  EmergencyStatus: "Active",
  EmergencyAddressSid: sid("AD", "d"),
  TrunkSid: sid("TK", "e"),
  IdentitySid: sid("RI", "f"),
  AddressSid: sid("AD", "0"),
  VoiceReceiveMode: "voice",
  BundleSid: sid("BU", "1"),
} as const satisfies Required<CreateIncomingPhoneNumberBody>;
