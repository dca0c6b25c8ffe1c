import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { compileErrors, contractFlags, type Files } from "./compile.js";
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
  let service: ts.LanguageService;
  let current = "";
  let version = 0;

  beforeAll(() => {
    const files = (path: string) =>
      path === "/api/use.ts" ? current : output.get(path.replace("/api/", ""));
    const { options } = ts.convertCompilerOptionsFromJson(
      { ...contractFlags, isolatedDeclarations: false, declaration: false },
      "/api",
    );
    service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => ["/api/use.ts"],
      getScriptVersion: (path) =>
        path === "/api/use.ts" ? String(version) : "1",
      getScriptSnapshot: (path) => {
        const text = files(path) ?? ts.sys.readFile(path);
        return text === undefined
          ? undefined
          : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => "/api",
      getDefaultLibFileName: (all) => ts.getDefaultLibFilePath(all),
      fileExists: (path) =>
        files(path) !== undefined ||
        path === "/api/package.json" ||
        ts.sys.fileExists(path),
      readFile: (path) =>
        files(path) ??
        (path === "/api/package.json"
          ? '{ "type": "module" }'
          : ts.sys.readFile(path)),
    });
  });

  function open(text: string): void {
    current = text;
    version++;
  }

  test.each(bad)("the message for %s is readable", (call, words) => {
    open(head + call);
    const messages = service
      .getSemanticDiagnostics("/api/use.ts")
      .map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, "\n"),
      )
      .filter((message) => !message.includes("is declared but"));
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
    open(text);
    const offered = service.getCompletionsAtPosition(
      "/api/use.ts",
      text.indexOf("/**/"),
      {},
    );
    const names = offered?.entries.map(({ name }) => name) ?? [];
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
    open(text);
    const info = service.getQuickInfoAtPosition(
      "/api/use.ts",
      text.indexOf("VoiceUrl"),
    );
    expect(ts.displayPartsToString(info?.displayParts)).toContain(
      "VoiceUrl?: string | undefined",
    );
    const docs = ts.displayPartsToString(info?.documentation);
    expect(docs).toContain("The URL that is asked for instructions (TwiML)");
    expect(docs).toContain("Ignored while `TrunkSid` is set");
  });

  test("the values of an enum are offered", () => {
    const text = `${head}createIncomingPhoneNumber({ path, body: { AreaCode: "415", VoiceMethod: "" } });`;
    open(text);
    const offered = service.getCompletionsAtPosition(
      "/api/use.ts",
      text.indexOf('""') + 1,
      {},
    );
    expect(offered?.entries.map(({ name }) => name)).toEqual(["GET", "POST"]);
  });
});
