import { sid } from "./sample-values.js";

/** What an issue of a bad value must say; its pointer is that of the field. */
export type ExpectedIssue = readonly [keyword: string, message: string];

/** Values for one constraint of one field. */
export interface Constraint {
  readonly field: string;
  readonly constraint: string;
  readonly good: readonly unknown[];
  readonly bad: readonly {
    readonly value: unknown;
    readonly issues: readonly ExpectedIssue[];
  }[];
}

/** Everything that the description says of each field, with values on both sides of every line. */
export const constraints: readonly Constraint[] = [
  ...sidField("AccountSid", "AC"),
  ...textField("AreaCode", "^[0-9]{3}$", ["415", "000", "999"], {
    "two digits": "41",
    "four digits": "4155",
    "no digits": "",
    "a letter": "41a",
    "a space": " 415",
    "a line end after it": "415\n",
    "Arabic digits": "٤١٥",
  }),
  ...textField(
    "PhoneNumber",
    "^\\+[1-9][0-9]{1,14}$",
    ["+14155550123", "+12", "+123456789012345"],
    {
      "no plus": "14155550123",
      "two pluses": "++14155550123",
      "a plus alone": "+",
      "a zero in front": "+04155550123",
      "one digit": "+1",
      "sixteen digits": "+1234567890123456",
      spaces: "+1 415 555 0123",
      hyphens: "+1415-555-0123",
      letters: "+1415FLOWERS",
    },
  ),
  type("ApiVersion", "string", ["2010-04-01", "2008-08-01", ""], [20100401]),
  type("FriendlyName", "string", ["Front desk", ""], [7]),
  {
    field: "FriendlyName",
    constraint: "maxLength",
    good: ["x".repeat(64), "📞".repeat(64)],
    bad: [
      {
        value: "x".repeat(65),
        issues: [["maxLength", "expected 64 characters or fewer, found 65"]],
      },
      {
        value: "📞".repeat(65),
        issues: [["maxLength", "expected 64 characters or fewer, found 65"]],
      },
    ],
  },
  ...sidField("SmsApplicationSid", "AP"),
  ...choiceField("SmsFallbackMethod", ["GET", "POST"], ["get", "PUT"]),
  ...urlField("SmsFallbackUrl"),
  ...choiceField("SmsMethod", ["GET", "POST"], ["Post", "HEAD"]),
  ...urlField("SmsUrl"),
  ...urlField("StatusCallback"),
  ...choiceField("StatusCallbackMethod", ["GET", "POST"], ["", "DELETE"]),
  ...sidField("VoiceApplicationSid", "AP"),
  type(
    "VoiceCallerIdLookup",
    "boolean",
    [true, false],
    ["true", "false", 0, 1],
  ),
  ...choiceField("VoiceFallbackMethod", ["GET", "POST"], ["POST ", "PATCH"]),
  ...urlField("VoiceFallbackUrl"),
  ...choiceField("VoiceMethod", ["GET", "POST"], ["GET,POST", "put"]),
  ...urlField("VoiceUrl"),
  ...choiceField("EmergencyStatus", ["Active", "Inactive"], ["active", "On"]),
  ...sidField("EmergencyAddressSid", "AD"),
  ...sidField("TrunkSid", "TK"),
  ...sidField("IdentitySid", "RI"),
  ...sidField("AddressSid", "AD"),
  ...choiceField("VoiceReceiveMode", ["voice", "fax"], ["Voice", "sms"]),
  ...sidField("BundleSid", "BU"),
];

/** How issues write a value that they found. */
export function found(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  }
  if (Array.isArray(value)) return "array";
  return typeof value === "object" && value !== null ? "object" : String(value);
}

function type(
  field: string,
  name: "string" | "boolean",
  good: readonly unknown[],
  bad: readonly unknown[],
): Constraint {
  return {
    field,
    constraint: "type",
    good,
    bad: [...bad, null, ["x"], { x: 1 }].map((value) => ({
      value,
      issues: [["type", `expected ${name}, found ${found(value)}`]],
    })),
  };
}

function textField(
  field: string,
  pattern: string,
  good: readonly string[],
  bad: Readonly<Record<string, string>>,
): Constraint[] {
  return [
    type(field, "string", good, [14155550123, true]),
    {
      field,
      constraint: "pattern",
      good,
      bad: Object.values(bad).map((value) => ({
        value,
        issues: [
          ["pattern", `expected text like ${pattern}, found ${found(value)}`],
        ],
      })),
    },
  ];
}

function sidField(field: string, prefix: string): Constraint[] {
  const pattern = `^${prefix}[0-9a-fA-F]{32}$`;
  const patternIssue = (value: string): ExpectedIssue => [
    "pattern",
    `expected text like ${pattern}, found ${found(value)}`,
  ];
  const lengthIssues = (
    keyword: "minLength" | "maxLength",
    value: string,
  ): ExpectedIssue[] => [
    [
      keyword,
      `expected 34 characters or ${keyword === "minLength" ? "more" : "fewer"}, found ${value.length}`,
    ],
    patternIssue(value),
  ];
  const short = ["", prefix, `${prefix}${"a".repeat(31)}`];
  const long = [`${prefix}${"a".repeat(33)}`, `${sid(prefix)}${sid(prefix)}`];
  const other = [
    sid("XX"),
    sid(prefix.toLowerCase()),
    sid(prefix, "g"),
    `${prefix}${"a".repeat(31)}-`,
    `${prefix}${"a".repeat(31)}\n`,
  ];
  return [
    type(field, "string", [sid(prefix)], [34, true]),
    {
      field,
      constraint: "minLength",
      good: [sid(prefix)],
      bad: short.map((value) => ({
        value,
        issues: lengthIssues("minLength", value),
      })),
    },
    {
      field,
      constraint: "maxLength",
      good: [sid(prefix)],
      bad: long.map((value) => ({
        value,
        issues: lengthIssues("maxLength", value),
      })),
    },
    {
      field,
      constraint: "pattern",
      good: [sid(prefix, "F"), `${prefix}0123456789abcdefABCDEF0123456789`],
      bad: other.map((value) => ({ value, issues: [patternIssue(value)] })),
    },
  ];
}

function choiceField(
  field: string,
  choices: readonly [string, string],
  others: readonly [string, string],
): Constraint[] {
  const allowed = `"${choices[0]}" or "${choices[1]}"`;
  const enumIssue = (value: unknown): ExpectedIssue => [
    "enum",
    `expected ${allowed}, found ${found(value)}`,
  ];
  return [
    {
      field,
      constraint: "type",
      good: choices,
      // What is no string is none of the choices, and that says more.
      bad: [1, true, null, ["GET"]].map((value) => ({
        value,
        issues: [enumIssue(value)],
      })),
    },
    {
      field,
      constraint: "enum",
      good: choices,
      bad: others.map((value) => ({ value, issues: [enumIssue(value)] })),
    },
  ];
}

function urlField(field: string): Constraint[] {
  const good = [
    "https://example.com/answer",
    "http://example.com",
    "https://example.com:8443/a/b?line=1&mode=a%20b#top",
    "https://user:pass@[2001:db8::1]/x",
    "HTTPS://EXAMPLE.COM/~a/(b)",
  ];
  const bad = [
    "",
    "/answer",
    "example.com/answer",
    "//example.com/answer",
    "https://example.com/a b",
    "https://example.com/ü",
    "https://example.com/%zz",
    "https://exa<mple.com",
  ];
  return [
    type(field, "string", good, [80, true]),
    {
      field,
      constraint: "format",
      good,
      bad: bad.map((value) => ({
        value,
        issues: [
          ["format", `expected a URI (RFC 3986), found ${found(value)}`],
        ],
      })),
    },
  ];
}
