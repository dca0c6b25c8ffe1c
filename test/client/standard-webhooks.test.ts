import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  standardWebhooks,
  type StandardWebhooksOptions,
} from "../../templates/runtime/standard-webhooks.js";

// The example of the Standard Webhooks reference libraries.
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const time = 1_614_265_330;
const example = {
  "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
  "webhook-timestamp": String(time),
  "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const body = '{"test": 2432232314}';

async function verify(
  headers: Record<string, string>,
  {
    secrets = secret,
    text = body,
    ...options
  }: StandardWebhooksOptions & {
    readonly secrets?: string | readonly string[];
    readonly text?: string;
  } = {},
): Promise<boolean> {
  const verifier = standardWebhooks(secrets, {
    now: () => time * 1000,
    ...options,
  });
  const bytes = new TextEncoder().encode(text);
  return verifier({ headers: new Headers(headers), bytes });
}

function signed(
  key: string,
  { id = "msg_1", at = String(time), text = body, prefix = "webhook" } = {},
): Record<string, string> {
  const signature = createHmac("sha256", Buffer.from(key, "base64"))
    .update(`${id}.${at}.${text}`)
    .digest("base64");
  return {
    [`${prefix}-id`]: id,
    [`${prefix}-timestamp`]: at,
    [`${prefix}-signature`]: `v1,${signature}`,
  };
}

const other = Buffer.from("another secret of webhooks").toString("base64");

describe("Standard Webhooks", () => {
  test("the published example", async () => {
    expect(await verify(example)).toBe(true);
    expect(await verify(example, { secrets: secret.slice(6) })).toBe(true);
  });

  test.each([
    ["another body", example, { text: `${body} ` }],
    ["another id", { ...example, "webhook-id": "msg_2" }, {}],
    ["another time", { ...example, "webhook-timestamp": `${time + 1}` }, {}],
    ["another secret", example, { secrets: other }],
    ["no id", { ...example, "webhook-id": "" }, {}],
    ["no time", { ...example, "webhook-timestamp": "" }, {}],
    ["no signature", { ...example, "webhook-signature": "" }, {}],
    [
      "a signature of another version",
      {
        ...example,
        "webhook-signature": example["webhook-signature"].replace("v1", "v1a"),
      },
      {},
    ],
    [
      "a signature that is not base64",
      { ...example, "webhook-signature": "v1,?" },
      {},
    ],
    [
      "a part of the signature",
      { ...example, "webhook-signature": "v1,g0hM9SsE" },
      {},
    ],
  ])("%s is refused", async (_what, headers, options) => {
    expect(await verify(headers, options)).toBe(false);
  });

  test.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
  ])("a clock %i seconds off", async (seconds, fits) => {
    const now = (): number => (time + seconds) * 1000;
    expect(await verify(example, { now })).toBe(fits);
    expect(await verify(example, { now, tolerance: 1 })).toBe(false);
  });

  test.each(["1e9", "0x60379832", "-1614265330", " ", "NaN", "1614265330.0"])(
    "the time %j, though it is signed, is refused",
    async (at) => {
      expect(await verify(signed(other, { at }), { secrets: other })).toBe(
        false,
      );
    },
  );

  test("one of several signatures and secrets is enough", async () => {
    const headers = {
      ...example,
      "webhook-signature": `v1,bm9uZQ== v2,abc ${example["webhook-signature"]}`,
    };
    expect(await verify(headers, { secrets: [other, secret] })).toBe(true);
    expect(await verify(headers, { secrets: [other] })).toBe(false);
  });

  test("older names of the headers", async () => {
    const headers = signed(other, { prefix: "svix" });
    expect(await verify(headers, { secrets: other, prefix: "svix" })).toBe(
      true,
    );
    expect(await verify(headers, { secrets: other })).toBe(false);
  });

  test.each(["", "whsec_", "not base64!"])("the secret %j", (text) => {
    expect(() => standardWebhooks(text)).toThrow(
      new TypeError("the secret of the webhook is not base64"),
    );
  });
});
