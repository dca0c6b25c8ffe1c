import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compileErrors, type Files } from "./compile.js";
import { openEditor, type Editor } from "./editor.js";
import { readFolder } from "./read-folder.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const head = `import { createIncomingPhoneNumber, type CreateIncomingPhoneNumberBody } from "./operations/create-incoming-phone-number.js";
const path = { AccountSid: "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };
`;

/** Calls that are right. */
const good = [
  'createIncomingPhoneNumber({ path, body: { AreaCode: "415" } });',
  'createIncomingPhoneNumber({ path, body: { PhoneNumber: "+14155550123" } });',
  'createIncomingPhoneNumber({ path, body: { AreaCode: "415", PhoneNumber: "+14155550123", VoiceMethod: "GET" } });',
  'createIncomingPhoneNumber({ path, body: { AreaCode: "415", FriendlyName: undefined } });',
];

/** Calls that are wrong, and what every reader of the message should find in it. */
const bad: readonly (readonly [call: string, words: RegExp])[] = [
  [
    "createIncomingPhoneNumber({ path, body: {} });",
    /'\{\}' is not assignable to type 'CreateIncomingPhoneNumberBody'/,
  ],
  [
    'createIncomingPhoneNumber({ path, body: { FriendlyName: "Desk" } });',
    /'CreateIncomingPhoneNumberBodyFields & \{ PhoneNumber: string; \}'[\s\S]*'PhoneNumber' is missing/,
  ],
  [
    'createIncomingPhoneNumber({ path, body: { AreaCode: "415", FriendlyNam: "Desk" } });',
    /Object literal may only specify known properties[\s\S]*'FriendlyNam'[\s\S]*Did you mean to write 'FriendlyName'/,
  ],
  [
    'createIncomingPhoneNumber({ path, body: { AreaCode: "415", VoiceMethod: "PUT" } });',
    /Type '"PUT"' is not assignable to type '"GET" \| "POST" \| undefined'/,
  ],
  [
    "createIncomingPhoneNumber({ path, body: { AreaCode: 415 } });",
    /Type 'number' is not assignable to type 'string'/,
  ],
  [
    'createIncomingPhoneNumber({ path, body: { AreaCode: "415", VoiceCallerIdLookup: "yes" } });',
    /Type 'string' is not assignable to type 'boolean \| undefined'/,
  ],
  [
    'createIncomingPhoneNumber({ path: {}, body: { AreaCode: "415" } });',
    /Property 'AccountSid' is missing in type '\{\}' but required in type 'CreateIncomingPhoneNumberPath'/,
  ],
  [
    'createIncomingPhoneNumber({ body: { AreaCode: "415" } });',
    /Property 'path' is missing[\s\S]*required in type 'CreateIncomingPhoneNumberInput'/,
  ],
];

let output: Files;

beforeAll(() => {
  output = readFolder(
    `${root}generated`,
    /^(?:operations|types|schemas|runtime)\/.*\.ts$/,
  );
});

test("what is wrong is an error and what is right is none, under TypeScript 5.9 and 7", () => {
  const wrong = bad.map(([call]) => `// @ts-expect-error\n${call}`);
  const text = [
    head,
    "export type Body = CreateIncomingPhoneNumberBody;",
    ...good,
    ...wrong,
  ].join("\n");
  expect(
    compileErrors("endpoint", new Map([...output, ["use.ts", text]])),
  ).toEqual([]);
});

describe("in the editor", () => {
  let editor: Editor;
  beforeAll(() => {
    editor = openEditor(output);
  });

  test.each(bad)("the message for %s is readable", (call, words) => {
    editor.open(head + call);
    const messages = editor.messages();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(words);
    expect(messages[0]?.length).toBeLessThan(500);
  });

  test.each([
    ["createIncomingPhoneNumber({ path, body: { /**/ } });"],
    ['createIncomingPhoneNumber({ path, body: { AreaCode: "415", /**/ } });'],
    ["const body: CreateIncomingPhoneNumberBody = { /**/ };"],
  ])("every field is offered in %s", (call) => {
    const text = head + call;
    editor.open(text);
    const names = editor.offered(text.indexOf("/**/"));
    const fields = [
      "PhoneNumber",
      "FriendlyName",
      "VoiceUrl",
      "SmsMethod",
      "EmergencyStatus",
      "TrunkSid",
      "BundleSid",
    ];
    expect(names).toEqual(expect.arrayContaining(fields));
    expect(names.length).toBe(call.includes("AreaCode") ? 23 : 24);
  });

  test("a field says what it is for", () => {
    const text = `${head}createIncomingPhoneNumber({ path, body: { AreaCode: "415", VoiceUrl: "" } });`;
    editor.open(text);
    const { type, docs } = editor.hover("VoiceUrl");
    expect(type).toContain("VoiceUrl?: string | undefined");
    expect(docs).toContain("The URL that is asked for instructions (TwiML)");
    expect(docs).toContain("Ignored while `TrunkSid` is set");
  });

  test("the values of an enum are offered", () => {
    const text = `${head}createIncomingPhoneNumber({ path, body: { AreaCode: "415", VoiceMethod: "" } });`;
    editor.open(text);
    expect(editor.offered(text.indexOf('""') + 1)).toEqual(["GET", "POST"]);
  });
});
