import { format } from "prettier";
import { expect, test } from "vitest";
import {
  catalogue,
  type KindCode,
} from "../../generator/diff/kinds/catalogue.js";
import { documentKinds } from "../../generator/diff/kinds/document-kinds.js";
import type { KindEntry } from "../../generator/diff/kinds/kind-entry.js";
import { operationKinds } from "../../generator/diff/kinds/operation-kinds.js";
import { schemaKinds } from "../../generator/diff/kinds/schema-kinds.js";
import { valueKinds } from "../../generator/diff/kinds/value-kinds.js";

const introduction = `# Changes

<!-- Made from generator/diff/kinds/: run \`npx vitest run test/documentation -u\` after a change there. -->

\`specwright diff\` compares two versions of a description and tells what the new one does to those who build on the output:
whether their code still compiles, whether their requests are still what the server takes, whether they can read what
comes back. Use it in reviews, and to choose the next version of a package.

\`\`\`sh
specwright diff old.yaml new.yaml
specwright diff main:spec/openapi.yaml spec/openapi.yaml
specwright diff spec/openapi.yaml
specwright diff main:spec/openapi.yaml spec/openapi.yaml --markdown
specwright diff main:spec/openapi.yaml spec/openapi.yaml --fail-on major
\`\`\`

A version is a file, a URL (\`file:\`, \`http:\`, \`https:\`), or a file of a Git revision, written as \`git show\` takes it. One
version alone is compared with its last commit. The settings of \`specwright.config.ts\` count for both versions. Errors
that [\`--allow\`](diagnostics.md#severities) can pass do not stop a comparison.

## Verdicts

| verdict | what it means |
| --- | --- |
| \`major\` | A correct consumer stops compiling; or a request that it sends today has other bytes, or is refused by the validator or by a server that follows the new description; or a response goes beyond what its code handles. |
| \`minor\` | Something new can be used, or a constraint is looser. Nothing breaks. |
| \`patch\` | Words, examples, order, defaults. |
| \`none\` | No difference. |

Enums of strings are open in responses, so a new value is minor; numbers, single values and enums that the configuration
closes are not. Media types of a new error response that go into the header \`Accept\` change the bytes of requests, and are major;
credentials that are no longer asked for are no longer sent, and are minor. Objects of response types that tests build by hand may lack a new required property: the reason says so,
and the verdict does not count it. Schemas that no operation uses count as sent and received.

Links and \`xml\` are not compared: nothing in the output depends on them. Names that emitters of your own export are not
compared either.

Schemas that mean the same are the same, whatever the spelling: a \`$ref\` and what it leads to, \`allOf\` of one schema,
\`nullable\` and \`null\` among the types, \`const\` and an \`enum\` of one value, keys in any order.

## Layers

| layer | what it is |
| --- | --- |
| \`wire\` | the bytes of today's requests, and what is read of responses |
| \`validation\` | what validators take and refuse |
| \`types\` | declared types |
| \`names\` | exported names |
| \`docs\` | comments and pages |

## Formats

\`--format text\` is for people: \`--verbose\` prints every change. \`--markdown\` is a section of a changelog, what breaks first.
\`--format github\` adds annotations at the lines of a pull request, and is the default in a job of GitHub Actions.
\`--json\` is for programs:

\`\`\`json
{
  "verdict": "major",
  "changes": [
    {
      "kind": "property-removed",
      "verdict": "major",
      "layers": ["validation", "types"],
      "direction": "response",
      "operation": "getPet",
      "pointer": "/components/schemas/Pet",
      "old": { "file": "old.yaml", "line": 40 },
      "new": { "file": "new.yaml", "line": 36 },
      "reason": "The property \\"age\\" is gone."
    }
  ]
}
\`\`\`

A change in a schema that several operations use is one entry: \`operation\` is \`null\`, and the reason lists them. \`pointer\` is
a JSON Pointer into the new version, or into the old one for what is gone; \`old\` or \`new\` is \`null\` where there is no place.

| exit code | when |
| --- | --- |
| 0 | The versions were compared, and the verdict is less than that of \`--fail-on\`. |
| 1 | The verdict is that of \`--fail-on\` or worse; or a version has errors. |
| 2 | The command was used in a wrong way: a revision or file that does not exist, an unknown kind in the configuration. |

## Renames

A schema or an operation that only changed its name is one change, not one that is gone and one that is new. Its entry says how
to keep the old name: pin it with [\`x-specwright-name\`](names.md#pinning-a-name).

## Configuration

\`\`\`ts
import { defineConfig } from "specwright";

export default defineConfig({
  diff: {
    severities: { "default-changed": "minor" },
    ignore: [
      {
        kind: "property-removed",
        pointer: "/components/schemas/Pet",
        reason: "No release has had it.",
      },
    ],
  },
});
\`\`\`

\`severities\` gives all changes of a kind another verdict; \`"none"\` leaves them out. An entry of \`ignore\` leaves one change out, and
expires: when no change matches it, \`diff\` warns that it can be removed.

## Kinds

The verdicts are those for what is sent and for what is received; a kind may have other verdicts in some cases. The
columns on the right say what two tools make of the same kind by their own rules, which compare descriptions and not
generated code: [oasdiff](https://github.com/oasdiff/oasdiff) (\`checker/rules.go\` at 4553c69d, 2026-08-08) and
[openapi-changes](https://github.com/pb33f/openapi-changes) (\`what-changed/model/breaking_rules.go\` of libopenapi at 0837c9bc,
2026-07-15), which has no directions.
`;

const groups: readonly (readonly [
  string,
  Readonly<Record<string, KindEntry>>,
])[] = [
  ["Operations, parameters, bodies, responses", operationKinds],
  ["Objects and unions", schemaKinds],
  ["Values", valueKinds],
  ["Document, servers, credentials, names", documentKinds],
];

function overview(): string {
  const rows = Object.entries<KindEntry>(catalogue).map(
    ([code, { request, response, oasdiff, openapiChanges }]) =>
      `| [\`${code}\`](#${code}) | ${request} | ${response} | ${oasdiff} | ${openapiChanges} |`,
  );
  return [
    "| kind | sent | received | oasdiff | openapi-changes |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function section(code: string, entry: KindEntry): string {
  const { summary, layers, request, response, cases, consumer } = entry;
  const verdict =
    request === response
      ? `**${request}**`
      : `**${request}** in what is sent, **${response}** in what is received`;
  return `#### ${code}

${summary}

- Verdict: ${verdict}${cases === undefined ? "" : `; ${cases}`}.
- Layers: ${layers.join(", ")}.
- What a consumer does: ${consumer}
`;
}

/** The page as the catalogue has it. */
function changesPage(): string {
  const sections = groups.map(([title, kinds]) =>
    [
      `### ${title}`,
      ...Object.entries(kinds).map(([code, entry]) => section(code, entry)),
    ].join("\n\n"),
  );
  return [introduction, overview(), ...sections].join("\n\n");
}

test("docs/changes.md lists the catalogue", async () => {
  const page = await format(changesPage(), { parser: "markdown" });
  await expect(page).toMatchFileSnapshot("../../docs/changes.md");
});

test("every kind has a section, and is said in sentences", () => {
  const listed = groups.flatMap(([, kinds]) => Object.keys(kinds));
  expect(listed.sort()).toEqual(Object.keys(catalogue).sort());
  for (const code of Object.keys(catalogue) as KindCode[]) {
    const entry: KindEntry = catalogue[code];
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(entry.summary).toMatch(/^[A-Z`].*\.$/);
    expect(entry.consumer).toMatch(/^[A-Z].*\.$/);
    expect(`${entry.oasdiff}${entry.openapiChanges}`).not.toMatch(/[|\n]/);
  }
});
