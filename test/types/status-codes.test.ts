import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileErrors } from "./compile.js";

const runtime = (name: string): [path: string, text: string] => [
  `runtime/${name}`,
  readFileSync(
    new URL(`../../templates/runtime/${name}`, import.meta.url),
    "utf8",
  ),
];

const codes = Array.from({ length: 500 }, (_, index) => 100 + index);
const without = (isDescribed: (code: number) => boolean): string =>
  codes.filter((code) => !isDescribed(code)).join(" | ");

test("the types of status codes hold the numbers that they say", () => {
  const pairs = [
    ["Status", without(() => false)],
    ["StatusRange<1>", without((code) => code >= 200)],
    ["StatusRange<4 | 5>", without((code) => code < 400)],
    ["OtherStatus<never>", without(() => false)],
    ["OtherStatus<200>", without((code) => code === 200)],
    [
      "OtherStatus<100 | 201 | 204 | 404 | 599>",
      without((code) => [100, 201, 204, 404, 599].includes(code)),
    ],
    [
      "OtherStatus<StatusRange<2> | 404>",
      without((code) => (code >= 200 && code < 300) || code === 404),
    ],
    ["OtherStatus<Status>", "never"],
  ];
  const text = `import type { OtherStatus, Status, StatusRange } from "./runtime/response.js";
type Same<A, B> = [A, B] extends [B, A] ? true : false;
export const same: readonly [
${pairs.map(([left, right]) => `  Same<${left}, ${right}>,`).join("\n")}
] = [${pairs.map(() => "true").join(", ")}];
`;
  const files = new Map([
    runtime("issues.ts"),
    runtime("response.ts"),
    ["status-codes.ts", text],
  ]);
  expect(compileErrors("status-codes", files)).toEqual([]);
});
