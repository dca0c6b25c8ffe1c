import { writeFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/model/json.js";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { description, json } from "./documents.js";

const hostileTexts: Readonly<Record<string, string>> = {
  "an unpaired backtick": "a`<img src=x onerror=alert(1)>",
  "runs of backticks": "a`` ` <img src=x onerror=alert(1)> ``` b",
  "a backslash before a backtick": "a\\`<img src=x onerror=alert(1)>",
  "an HTML comment": "--><!-- <script>alert(1)</script>",
  "a link": "[a](javascript:alert(1)) ![b](https://example.com/pixel)",
  "an entity": "&lt;b&gt; &#60;i&#62;",
  "a line end": "a\n\n# b\n::error file=x::c\r\n- <b>d</b>",
  "control characters": "a\u001b]0;b\u0007\u009b31mc\u0000\u202ed\u2028e",
  "a command": "::error file=x::a %0A::stop-commands::b ##[add-mask]c",
  "a command of another service": "##vso[task.complete result=Failed;]a",
};

const hidden = /(?!\n)\p{Cc}|\p{Surrogate}|[\u2028\u202e]/gu;

/** A description with a text in every place that a change may be told of. */
function withText(text: string, extra: string): JsonObject {
  // Names with control characters are refused.
  const name = `${text}${extra}`.replaceAll(hidden, "").replaceAll("\n", "");
  const schema = {
    type: "object",
    title: `${text}${extra}`,
    description: `${text}${extra}`,
    required: [name],
    properties: {
      [name]: { type: "string" },
      kind: { enum: [text + extra, "b"] },
      fixed: { const: text + extra },
      pattern: { type: "string", pattern: `^${extra}$`, default: text + extra },
    },
  };
  return description({
    tags: [{ name }],
    components: {
      schemas: { [`A${extra}`]: schema },
      securitySchemes: {
        [`K${extra}`]: { type: "apiKey", in: "header", name: "X" },
      },
    },
    paths: {
      [`/a/${encodeURIComponent(extra)}`]: { get: { responses: {} } },
      "/things": {
        post: {
          operationId: name,
          tags: [name],
          summary: name,
          parameters: [{ name, in: "query", schema }],
          requestBody: {
            required: true,
            content: { [`application/x-${extra}+json`]: { schema } },
          },
          responses: {
            "200": { description: name, ...json(schema) },
          },
        },
      },
    },
  });
}

async function printed(text: string, format: string): Promise<string> {
  const folder = temporaryFolder();
  const file = (name: string, extra: string): void =>
    writeFileSync(
      join(folder, name),
      JSON.stringify(withText(text, extra), null, 2),
    );
  file("old.json", "1");
  file("new.json", "2");
  const args = ["diff", "old.json", "new.json", "--format", format];
  const { out } = await runHere(folder, [...args, "--verbose"]);
  return out.trimEnd();
}

describe.each(Object.entries(hostileTexts))("%s", (_, text) => {
  test("stays text in Markdown", async () => {
    const markdown = await printed(text, "markdown");
    const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
    const types = tokens.flatMap(({ type, children }) => [
      type,
      ...(children ?? []).map((child) => child.type),
    ]);
    const allowed = new Set(
      "heading_open inline text heading_close bullet_list_open list_item_open paragraph_open".split(
        " ",
      ),
    );
    for (const type of "code_inline text_special paragraph_close list_item_close bullet_list_close".split(
      " ",
    ))
      allowed.add(type);
    expect(types.filter((type) => !allowed.has(type))).toEqual([]);
    expect(types.filter((type) => type === "list_item_open").length).toBe(
      markdown.split("\n").filter((line) => line.startsWith("- ")).length,
    );
    expect(markdown.match(hidden)).toBeNull();
  });

  test("is no command in a log, and nothing to a terminal", async () => {
    for (const format of ["text", "github"]) {
      const log = await printed(text, format);
      expect(log.split("\n").length).toBeGreaterThan(3);
      expect(log.match(hidden)).toBeNull();
      expect(log).not.toMatch(/##\w*\[/);
      const commands = log
        .split("\n")
        .filter((line) => line.trimStart().startsWith("::"));
      if (format === "text") expect(commands).toEqual([]);
      for (const command of commands) {
        expect(command).toMatch(
          /^::(?:error|warning|notice) file=(?:old|new)\.json,line=\d+,title=/,
        );
      }
    }
  });
});
