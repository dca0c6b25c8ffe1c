import { describe, expect, it } from "vitest";
import { codeFrame } from "../../generator/diagnostics/code-frame.js";
import { formatDiagnostic } from "../../generator/diagnostics/format-diagnostic.js";
import { shorten } from "../../generator/diagnostics/shown-text.js";
import { didYouMean, suggest } from "../../generator/diagnostics/suggest.js";
import { LineIndex } from "../../generator/read/line-index.js";
import { readText } from "./read-text.js";

describe("code frames", () => {
  const frame = (text: string, line: number, column: number) =>
    codeFrame(new LineIndex(text), { line, column });

  it("shows the line between its neighbours with a caret", () => {
    expect(frame("a: 1\nb:\n  c: 2\nd: 3\n", 3, 3)).toBe(
      "  2 | b:\n> 3 |   c: 2\n    |   ^\n  4 | d: 3",
    );
  });

  it("aligns line numbers and stops at either end", () => {
    expect(frame("x\n".repeat(10), 10, 1)).toBe(
      "   9 | x\n> 10 | x\n     | ^\n  11 |",
    );
    expect(frame("x", 1, 1)).toBe("> 1 | x\n    | ^");
    expect(frame("x", 7, 1)).toBeUndefined();
  });

  it("escapes control characters and keeps the caret under its column", () => {
    expect(frame("a\u001b[31m\u202eb", 1, 7)).toBe(
      "> 1 | a\\u{1b}[31m\\u{202e}b\n    |            ^",
    );
  });

  it("cuts a long line around the column", () => {
    const text = `${"x".repeat(5000)}HERE${"y".repeat(5000)}`;
    const shown = frame(text, 1, 5001) ?? "";
    expect(shown.length).toBeLessThan(250);
    const [line = "", caret = ""] = shown.split("\n");
    expect(line.slice(caret.indexOf("^")).startsWith("HERE")).toBe(true);
  });
});

describe("texts", () => {
  it("suggests the nearest name, if one is near", () => {
    const names = ["operationId", "parameters", "responses"];
    expect(suggest("operationid", names)).toBe("operationId");
    expect(suggest("respones", names)).toBe("responses");
    expect(suggest("banana", names)).toBeUndefined();
    expect(suggest("x".repeat(1000), names)).toBeUndefined();
    expect(didYouMean("paramters", names)).toBe('Did you mean "parameters"?');
  });

  it("cuts long texts in the middle and never through a surrogate pair", () => {
    const cut = shorten("😀".repeat(1000), 101);
    expect(cut.length).toBeLessThanOrEqual(101);
    expect(cut).not.toMatch(/\p{Surrogate}/u);
    expect(shorten("short", 100)).toBe("short");
  });

  it("prints place, code, message, frame and fix", () => {
    const { located } = readText("a: 1\na: 2\n", "x.yaml");
    expect(located.map((entry) => formatDiagnostic(entry)).join("\n"))
      .toBe(`x.yaml:2:1: error duplicate-key: The key "a" stands already at line 1, column 1.
  at #/a
    1 | a: 1
  > 2 | a: 2
      | ^
    3 |
  fix: Keep one of the two. No flag goes past this error.`);
  });

  it("lets no control character of the spec through", () => {
    const { located } = readText('"\u001b]0;x": !bad\u200b 1\n', "x.yaml");
    const text = located.map((entry) => formatDiagnostic(entry)).join("\n");
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b]/);
  });
});
