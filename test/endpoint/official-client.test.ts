import twilio from "twilio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createIncomingPhoneNumber,
  type CreateIncomingPhoneNumberBody,
} from "../../generated/operations/create-incoming-phone-number.js";
import { toRequest } from "../../generated/runtime/request.js";
import {
  type ReceivedRequest,
  type RecordingServer,
  startRecordingServer,
} from "./recording-server.js";
import { everyField, sid } from "./sample-values.js";

/**
 * The official Node client of the API and the generated builder make the same calls; a local server compares
 * what arrives. The client's own code serialises, authenticates and sends: only the origin is replaced.
 *
 * Forms are compared after sorting their pairs by name, since the order of fields means nothing. Apart from
 * that they are byte-equal, but for three characters that each side encodes in its own way. Both ways decode
 * to the same text: the client writes RFC 3986, the builder what browsers write (WHATWG URL, the serialiser of
 * `application/x-www-form-urlencoded`, to which OpenAPI 3.2 points).
 */
const differences = {
  space: { builder: "+", client: "%20" },
  tilde: { builder: "%7E", client: "~" },
  asterisk: { builder: "*", client: "%2A" },
} as const;

type Difference = keyof typeof differences;

interface Call {
  readonly name: string;
  readonly body: CreateIncomingPhoneNumberBody;
  /** The characters in the values that the two write differently; none where absent. */
  readonly differs?: readonly Difference[];
}

const PhoneNumber = "+14155550123";
const AreaCode = "415";

const eachField: Call[] = Object.entries(everyField).map(([name, value]) => ({
  name: `${name} alone`,
  body: { [name]: value } as unknown as CreateIncomingPhoneNumberBody,
  ...(String(value).includes(" ") ? { differs: ["space"] } : {}),
}));

const combinations: Call[] = [
  { name: "both ways to pick a number", body: { AreaCode, PhoneNumber } },
  { name: "every field at once", body: everyField, differs: ["space"] },
  {
    name: "the fields in the opposite order",
    body: Object.fromEntries(
      Object.entries(everyField).reverse(),
    ) as unknown as CreateIncomingPhoneNumberBody,
    differs: ["space"],
  },
  { name: "false", body: { AreaCode, VoiceCallerIdLookup: false } },
  { name: "true", body: { AreaCode, VoiceCallerIdLookup: true } },
  { name: "fax", body: { AreaCode, VoiceReceiveMode: "fax" } },
  { name: "Inactive", body: { AreaCode, EmergencyStatus: "Inactive" } },
  {
    name: "a member that is undefined",
    body: { AreaCode, FriendlyName: undefined },
  },
];

const friendlyNames: readonly (readonly [
  name: string,
  value: string,
  differs?: readonly Difference[],
])[] = [
  ["the empty string", ""],
  ["a space", "a b", ["space"]],
  ["only spaces", "   ", ["space"]],
  ["a plus", "a+b"],
  ["an ampersand and an equals sign", "a=1&b=2"],
  ["a percent sign", "100%"],
  ["something that looks encoded", "a%20b%2Bc"],
  ["a hash and a question mark", "#1?"],
  ["slashes", "a/b\\c"],
  ["quotes", `"it's"`],
  ["brackets", "(a)[b]{c}<d>"],
  ["unreserved punctuation", "a-b.c_d"],
  ["a tilde", "~home", ["tilde"]],
  ["an asterisk", "*67", ["asterisk"]],
  ["an exclamation mark", "hello!"],
  ["semicolons, commas and colons", "a;b,c:d"],
  ["a dollar sign, at sign, caret, bar and backtick", "$@^|`"],
  ["line ends and a tab", "a\r\nb\nc\td"],
  ["a NUL character", "a\u0000b"],
  ["Latin letters with accents", "Café Zürich", ["space"]],
  ["Cyrillic", "Приёмная"],
  ["Chinese", "前台"],
  ["Arabic, written from right to left", "مكتب"],
  ["an emoji outside the basic plane", "📞"],
  ["an emoji of several code points", "👩‍💻"],
  ["a decomposed accent, which stays decomposed", "e\u0301"],
  ["line separator and no-break space", "a\u2028b\u00a0c"],
  ["64 characters", "x".repeat(64)],
  ["everything that differs", "~ * ~", ["space", "tilde", "asterisk"]],
];

const urls: readonly (readonly [
  name: string,
  value: string,
  differs?: readonly Difference[],
])[] = [
  ["a query", "https://example.com/voice?line=1&mode=a%20b"],
  ["a query with a plus", "https://example.com/voice?q=a+b"],
  ["a fragment", "https://example.com/voice#start"],
  ["a port and credentials", "https://user:p%40ss@example.com:8443/voice"],
  [
    "an encoded URL within",
    "https://example.com/?next=https%3A%2F%2Fa.test%2F",
  ],
  ["an address of IPv6", "http://[2001:db8::1]/voice"],
  ["a tilde in its path", "https://example.com/~me", ["tilde"]],
  ["an asterisk in its query", "https://example.com/?q=*", ["asterisk"]],
];

const calls: readonly Call[] = [
  ...eachField,
  ...combinations,
  ...friendlyNames.map(([name, value, differs = []]) => ({
    name: `FriendlyName with ${name}`,
    body: { PhoneNumber, FriendlyName: value },
    differs,
  })),
  ...urls.map(([name, value, differs = []]) => ({
    name: `VoiceUrl with ${name}`,
    body: { PhoneNumber, VoiceUrl: value, VoiceMethod: "GET" as const },
    differs,
  })),
];

const account = sid("AC");
let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer(201, { sid: sid("PN") });
});
afterAll(async () => {
  await server.close();
});

/** The official client's own HTTP client, sent to the local server in place of the API's origin. */
class LocalRequestClient extends twilio.RequestClient {
  override request: twilio.RequestClient["request"] = (options) => {
    const { pathname, search } = new URL(options.uri);
    return twilio.RequestClient.prototype.request.call(this, {
      ...options,
      uri: server.origin + pathname + search,
    }) as never;
  };
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}

const token: Credentials = { username: account, password: "auth-token" };

async function sendWithClient(
  body: CreateIncomingPhoneNumberBody,
  accountSid = account,
  { username, password } = token,
): Promise<ReceivedRequest> {
  const client = twilio(username, password, {
    accountSid: account,
    httpClient: new LocalRequestClient({ keepAlive: false }),
  });
  const fields = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      value as unknown,
    ]),
  );
  await client.api.v2010.accounts(accountSid).incomingPhoneNumbers.create(
    // The client's own types demand both fields, though the API asks for either.
    fields as never,
  );
  return server.take();
}

async function sendWithBuilder(
  body: CreateIncomingPhoneNumberBody,
  accountSid = account,
  credentials = token,
): Promise<ReceivedRequest> {
  const request = createIncomingPhoneNumber({
    path: { AccountSid: accountSid },
    body,
  });
  await fetch(
    toRequest(request, {
      baseUrl: server.origin,
      auth: { basicAuth: credentials },
    }),
  );
  return server.take();
}

function sortedPairs(body: Buffer): string {
  return body.toString("latin1").split("&").sort().join("&");
}

/** The builder's form with the given characters written as the client writes them. */
function asTheClientWrites(
  form: string,
  differs: readonly Difference[],
): string {
  return differs.reduce(
    (text, difference) =>
      text.replaceAll(
        differences[difference].builder,
        differences[difference].client,
      ),
    form,
  );
}

describe("the same calls", () => {
  test("there are enough of them, and every field is among them", () => {
    expect(calls.length).toBeGreaterThanOrEqual(60);
    const used = new Set(calls.flatMap(({ body }) => Object.keys(body)));
    expect([...used].sort()).toEqual(Object.keys(everyField).sort());
  });

  test.each(calls)("$name", async ({ body, differs = [] }) => {
    const theirs = await sendWithClient(body);
    const ours = await sendWithBuilder(body);

    expect(ours.method).toBe(theirs.method);
    expect(ours.target).toBe(theirs.target);
    expect(ours.headers["content-type"]).toBe(theirs.headers["content-type"]);
    expect(ours.headers["accept"]).toBe(theirs.headers["accept"]);
    expect(ours.headers["authorization"]).toBe(theirs.headers["authorization"]);

    const ourForm = sortedPairs(ours.body);
    const theirForm = sortedPairs(theirs.body);
    for (const difference of differs) {
      expect(ourForm).toContain(differences[difference].builder);
      expect(theirForm).toContain(differences[difference].client);
    }
    // Character by character: nothing but the named differences.
    expect(asTheClientWrites(ourForm, differs)).toBe(theirForm);
    // And what a server makes of it is the same.
    expect([...new URLSearchParams(ourForm)]).toEqual([
      ...new URLSearchParams(theirForm),
    ]);
  });
});

describe("the same credentials", () => {
  test.each<Credentials & { readonly name: string }>([
    { name: "an API key", username: sid("SK"), password: "secret" },
    { name: "é and € in the password", username: account, password: "pé€ss" },
    { name: "a colon in the password", username: account, password: "a:b:c" },
    { name: "spaces and quotes", username: account, password: ` "x" ` },
  ])("$name", async ({ username, password }) => {
    const credentials = { username, password };
    const theirs = await sendWithClient({ AreaCode }, account, credentials);
    const ours = await sendWithBuilder({ AreaCode }, account, credentials);
    expect(ours.headers["authorization"]).toBe(theirs.headers["authorization"]);
    expect(ours.headers["authorization"]).toBe(
      `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`,
    );
  });
});

describe("where the two part on purpose", () => {
  const path = (text: string): string =>
    `/2010-04-01/Accounts/${text}/IncomingPhoneNumbers.json`;

  test("a hash in the account: the client cuts the path there, the builder encodes it", async () => {
    const theirs = await sendWithClient({ AreaCode }, "AC1#2");
    const ours = await sendWithBuilder({ AreaCode }, "AC1#2");
    expect(theirs.target).toBe("/2010-04-01/Accounts/AC1");
    expect(ours.target).toBe(path("AC1%232"));
  });

  test("a percent sign in the account: the client sends it bare, the builder encodes it", async () => {
    const theirs = await sendWithClient({ AreaCode }, "AC%2F1");
    const ours = await sendWithBuilder({ AreaCode }, "AC%2F1");
    expect(theirs.target).toBe(path("AC%2F1"));
    expect(ours.target).toBe(path("AC%252F1"));
  });

  test("two dots for an account: the client calls another path, the builder refuses", async () => {
    const theirs = await sendWithClient({ AreaCode }, "..");
    expect(theirs.target).toBe("/2010-04-01/IncomingPhoneNumbers.json");
    expect(() =>
      createIncomingPhoneNumber({
        path: { AccountSid: ".." },
        body: { AreaCode },
      }),
    ).toThrow(/AccountSid/);
  });

  test("half of a surrogate pair: the client sends other text, the builder refuses", async () => {
    const FriendlyName = "a\ud83d";
    const theirs = await sendWithClient({ AreaCode, FriendlyName });
    expect(
      new URLSearchParams(theirs.body.toString()).get("FriendlyName"),
    ).not.toBe(FriendlyName);
    expect(() =>
      createIncomingPhoneNumber({
        path: { AccountSid: account },
        body: { AreaCode, FriendlyName },
      }),
    ).toThrow(/FriendlyName/);
  });
});
