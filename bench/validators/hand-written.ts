/** What a careful person would write by hand for the subjects of this benchmark: the limit that others are held against. */

type Fields = Record<string, unknown>;

const ac = /^AC[0-9a-fA-F]{32}$/u;
const ad = /^AD[0-9a-fA-F]{32}$/u;
const ap = /^AP[0-9a-fA-F]{32}$/u;
const bu = /^BU[0-9a-fA-F]{32}$/u;
const pn = /^PN[0-9a-fA-F]{32}$/u;
const ri = /^RI[0-9a-fA-F]{32}$/u;
const tk = /^TK[0-9a-fA-F]{32}$/u;
const areaCode = /^[0-9]{3}$/u;
const phoneNumber = /^\+[1-9][0-9]{1,14}$/u;
export const uuid =
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
export const uri =
  /^[a-z][a-z\d+.-]*:(?:\/\/(?:(?:[\w.~!$&'()*+,;=:-]|%[\da-f]{2})*@)?(?:\[[\da-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?(?:\/(?:[\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*)?|(?!\/\/)(?:[\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*)(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMethod(value: unknown): boolean {
  return value === "GET" || value === "POST";
}

/** At most 64 characters, in code points. */
function isShort(value: string): boolean {
  return value.length <= 64 || [...value].length <= 64;
}

export function isBody(value: unknown): boolean {
  return checkBody(value, false);
}

export function isBodyWithFormats(value: unknown): boolean {
  return checkBody(value, true);
}

function checkBody(value: unknown, formats: boolean): boolean {
  if (!isFields(value)) return false;
  for (const key in value) {
    const field = value[key];
    if (field === undefined) continue;
    switch (key) {
      case "AreaCode":
        if (typeof field !== "string" || !areaCode.test(field)) return false;
        break;
      case "PhoneNumber":
        if (typeof field !== "string" || !phoneNumber.test(field)) return false;
        break;
      case "FriendlyName":
        if (typeof field !== "string" || !isShort(field)) return false;
        break;
      case "ApiVersion":
        if (typeof field !== "string") return false;
        break;
      case "StatusCallback":
      case "VoiceUrl":
      case "VoiceFallbackUrl":
      case "SmsUrl":
      case "SmsFallbackUrl":
        if (typeof field !== "string") return false;
        if (formats && !uri.test(field)) return false;
        break;
      case "StatusCallbackMethod":
      case "VoiceMethod":
      case "VoiceFallbackMethod":
      case "SmsMethod":
      case "SmsFallbackMethod":
        if (!isMethod(field)) return false;
        break;
      case "VoiceReceiveMode":
        if (field !== "voice" && field !== "fax") return false;
        break;
      case "EmergencyStatus":
        if (field !== "Active" && field !== "Inactive") return false;
        break;
      case "VoiceCallerIdLookup":
        if (typeof field !== "boolean") return false;
        break;
      case "VoiceApplicationSid":
      case "SmsApplicationSid":
        if (typeof field !== "string" || !ap.test(field)) return false;
        break;
      case "TrunkSid":
        if (typeof field !== "string" || !tk.test(field)) return false;
        break;
      case "EmergencyAddressSid":
      case "AddressSid":
        if (typeof field !== "string" || !ad.test(field)) return false;
        break;
      case "IdentitySid":
        if (typeof field !== "string" || !ri.test(field)) return false;
        break;
      case "BundleSid":
        if (typeof field !== "string" || !bu.test(field)) return false;
        break;
      default:
        return false;
    }
  }
  return value["AreaCode"] !== undefined || value["PhoneNumber"] !== undefined;
}

function isText(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isLike(value: unknown, pattern: RegExp): boolean {
  return value === null || (typeof value === "string" && pattern.test(value));
}

function isLink(value: unknown, formats: boolean): boolean {
  return (
    value === null ||
    (typeof value === "string" && (!formats || uri.test(value)))
  );
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === "boolean";
}

export function isNumber(value: unknown): boolean {
  return checkNumber(value, false);
}

export function isNumberWithFormats(value: unknown): boolean {
  return checkNumber(value, true);
}

function checkNumber(value: unknown, formats: boolean): boolean {
  if (!isFields(value)) return false;
  if (!isLike(value["sid"], pn)) return false;
  if (!isLike(value["account_sid"], ac)) return false;
  if (!isLike(value["phone_number"], phoneNumber)) return false;
  if (!isText(value["friendly_name"])) return false;
  if (!isText(value["type"])) return false;
  if (!isText(value["origin"])) return false;
  if (!isText(value["status"])) return false;
  if (value["beta"] !== null && typeof value["beta"] !== "boolean")
    return false;
  const capabilities = value["capabilities"];
  if (capabilities !== null) {
    if (!isFields(capabilities)) return false;
    if (!isFlag(capabilities["voice"])) return false;
    if (!isFlag(capabilities["sms"])) return false;
    if (!isFlag(capabilities["mms"])) return false;
    if (!isFlag(capabilities["fax"])) return false;
  }
  if (!isText(value["api_version"])) return false;
  if (!isText(value["date_created"])) return false;
  if (!isText(value["date_updated"])) return false;
  if (!isLink(value["status_callback"], formats)) return false;
  const callbackMethod = value["status_callback_method"];
  if (callbackMethod !== null && !isMethod(callbackMethod)) return false;
  const mode = value["voice_receive_mode"];
  if (mode !== "voice" && mode !== "fax") return false;
  if (!isLink(value["voice_url"], formats)) return false;
  const voiceMethod = value["voice_method"];
  if (voiceMethod !== null && !isMethod(voiceMethod)) return false;
  if (!isLink(value["voice_fallback_url"], formats)) return false;
  const voiceFallback = value["voice_fallback_method"];
  if (voiceFallback !== null && !isMethod(voiceFallback)) return false;
  const lookup = value["voice_caller_id_lookup"];
  if (lookup !== null && typeof lookup !== "boolean") return false;
  if (!isLike(value["voice_application_sid"], ap)) return false;
  if (!isLike(value["trunk_sid"], tk)) return false;
  if (!isLink(value["sms_url"], formats)) return false;
  const smsMethod = value["sms_method"];
  if (smsMethod !== null && !isMethod(smsMethod)) return false;
  if (!isLink(value["sms_fallback_url"], formats)) return false;
  const smsFallback = value["sms_fallback_method"];
  if (smsFallback !== null && !isMethod(smsFallback)) return false;
  if (!isLike(value["sms_application_sid"], ap)) return false;
  const status = value["emergency_status"];
  if (status !== "Active" && status !== "Inactive") return false;
  if (!isLike(value["emergency_address_sid"], ad)) return false;
  switch (value["emergency_address_status"]) {
    case "registered":
    case "unregistered":
    case "pending-registration":
    case "registration-failure":
    case "pending-unregistration":
    case "unregistration-failure":
      break;
    default:
      return false;
  }
  const requirements = value["address_requirements"];
  if (
    requirements !== "none" &&
    requirements !== "any" &&
    requirements !== "local" &&
    requirements !== "foreign"
  ) {
    return false;
  }
  if (!isLike(value["address_sid"], ad)) return false;
  if (!isLike(value["identity_sid"], ri)) return false;
  if (!isLike(value["bundle_sid"], bu)) return false;
  if (!isText(value["uri"])) return false;
  const links = value["subresource_uris"];
  if (links !== undefined && links !== null) {
    if (!isFields(links)) return false;
    for (const key in links) if (typeof links[key] !== "string") return false;
  }
  return true;
}

export function isList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const each of value) if (!checkNumber(each, false)) return false;
  return true;
}

export function isListWithFormats(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const each of value) if (!checkNumber(each, true)) return false;
  return true;
}

function isLabel(value: unknown): boolean {
  return (
    typeof value === "string" && (value.length <= 20 || [...value].length <= 20)
  );
}

export function isEvent(value: unknown): boolean {
  return checkEvent(value, false);
}

export function isEventWithFormats(value: unknown): boolean {
  return checkEvent(value, true);
}

function checkEvent(value: unknown, formats: boolean): boolean {
  if (!isFields(value)) return false;
  const id = value["id"];
  if (typeof id !== "string" || (formats && !uuid.test(id))) return false;
  const count = value["count"];
  if (typeof count !== "number" || !Number.isInteger(count) || count < 0) {
    return false;
  }
  const note = value["note"];
  if (note !== undefined && typeof note !== "string") return false;
  switch (value["kind"]) {
    case "event-0":
      return isLabel(value["label0"]);
    case "event-1":
      return isLabel(value["label1"]);
    case "event-2":
      return isLabel(value["label2"]);
    case "event-3":
      return isLabel(value["label3"]);
    case "event-4":
      return isLabel(value["label4"]);
    case "event-5":
      return isLabel(value["label5"]);
    case "event-6":
      return isLabel(value["label6"]);
    case "event-7":
      return isLabel(value["label7"]);
    case "event-8":
      return isLabel(value["label8"]);
    case "event-9":
      return isLabel(value["label9"]);
    case "event-10":
      return isLabel(value["label10"]);
    case "event-11":
      return isLabel(value["label11"]);
    case "event-12":
      return isLabel(value["label12"]);
    case "event-13":
      return isLabel(value["label13"]);
    case "event-14":
      return isLabel(value["label14"]);
    case "event-15":
      return isLabel(value["label15"]);
    case "event-16":
      return isLabel(value["label16"]);
    case "event-17":
      return isLabel(value["label17"]);
    case "event-18":
      return isLabel(value["label18"]);
    case "event-19":
      return isLabel(value["label19"]);
    default:
      return false;
  }
}
