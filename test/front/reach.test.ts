import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "./run-cli.js";
import { temporaryFolder } from "./temporary-folder.js";

const spec = (reference: string, openapi = "3.1.0") => `openapi: ${openapi}
info: {title: Orders, version: "1"}
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        "200": {description: Done}
        "404":
          description: Missing
          content: {application/json: {schema: {$ref: "${reference}"}}}
`;

const errors = `Problem:
  type: object
  required: [code]
  properties:
    code: {type: string}
    more: {$ref: "errors.yaml#/Problem"}
`;

const layout = {
  "apis/orders/openapi.yaml": spec("../common/errors.yaml#/Problem"),
  "apis/common/errors.yaml": errors,
  "common/errors.yaml": "Problem: {type: number}\n",
};

function made(folder: string, path: string): string {
  return readFileSync(join(folder, "out", path), "utf8");
}

const generate = (folder: string, ...flags: readonly string[]) =>
  runHere(folder, [
    "generate",
    "apis/orders/openapi.yaml",
    "--out",
    "out",
    ...flags,
  ]);

describe("--root", () => {
  it.each(["apis", ".", "apis/common"])(
    "lets references lead to files in %s",
    async (root) => {
      const folder = temporaryFolder(layout);
      const { exitCode, error } = await generate(folder, "--root", root);
      expect(error).toBe("");
      expect(exitCode).toBe(0);
      expect(made(folder, "types/problem.ts")).toContain(
        "more?: Problem | undefined;",
      );
      expect(made(folder, "manifest.json")).toContain(
        '"pointer": "../common/errors.yaml#/Problem"',
      );
    },
  );

  it("keeps files apart whose paths differ in leading dots alone", async () => {
    const folder = temporaryFolder({
      ...layout,
      "apis/orders/common/errors.yaml": "Problem: {type: boolean}\n",
      "apis/orders/openapi.yaml": `${spec("../common/errors.yaml#/Problem")}        "500":
          description: Broken
          content: {application/json: {schema: {$ref: "common/errors.yaml#/Problem"}}}
`,
      "apis/common/errors.yaml": `${errors}$defs: {Other: {$id: other, type: string}}\n`,
    });
    const { exitCode } = await generate(folder, "--root", ".");
    expect(exitCode).toBe(0);
    const types = readdirSync(join(folder, "out/types"))
      .map((name) => made(folder, `types/${name}`))
      .join("");
    expect(types).toContain("../common/errors.yaml#/Problem.");
    expect(types).toContain("from common/errors.yaml#/Problem.");
    expect(types).toContain("boolean");
    expect(types).toContain("code: string;");
  });

  it("tells the flag where the project holds both files", async () => {
    for (const mark of ["package.json", ".git/HEAD"]) {
      const folder = temporaryFolder({ ...layout, [mark]: "{}" });
      const { exitCode, error } = await generate(folder);
      expect(exitCode).toBe(1);
      expect(error).toMatch(
        /openapi\.yaml:11:\d+: error reference-outside: .*\n[^]*Pass --root apis to let references lead to files there\./,
      );
      const within = await runHere(join(folder, "apis/orders"), [
        "generate",
        "openapi.yaml",
        "--out",
        "../../out",
      ]);
      expect(within.error).toContain("Pass --root .. to let");
    }
  });

  it("looks beyond a package of its own", async () => {
    const folder = temporaryFolder({
      ...layout,
      "apis/orders/package.json": "{}",
      ".git/HEAD": "",
    });
    expect((await generate(folder)).error).toContain("Pass --root apis to");
  });

  it("names the flag alone where no project holds both files", async () => {
    const folder = temporaryFolder({
      ...layout,
      "apis/orders/package.json": "{}",
      "apis/orders/openapi.yaml": spec("../../../other/x.yaml"),
    });
    const { error } = await generate(folder);
    expect(error).toContain("Pass --root DIR with a folder that holds both");
    expect(error).not.toContain("--root apis");
  });

  it("refuses links that lead out of the root, and absolute paths", async () => {
    const outside = temporaryFolder({ "secret.yaml": "a: root-secret\n" });
    const folder = temporaryFolder({ ...layout, "package.json": "{}" });
    symlinkSync(
      join(outside, "secret.yaml"),
      join(folder, "apis/common/link.yaml"),
    );
    symlinkSync(outside, join(folder, "apis/common/folder"));
    for (const path of [
      "../common/link.yaml",
      "../common/folder/secret.yaml",
      "../../../x.yaml",
      "/etc/passwd",
      "../common/%2e%2e/%2e%2e/%2e%2e/x.yaml",
    ]) {
      writeFileSync(join(folder, "apis/orders/openapi.yaml"), spec(path));
      const { exitCode, error } = await generate(folder, "--root", "apis");
      expect(exitCode).toBe(1);
      expect(error).toContain("error reference-outside");
      expect(error).not.toContain("root-secret");
    }
  });

  it("comes from the configuration, as a path from its folder", async () => {
    const folder = temporaryFolder({
      ...layout,
      "apis/specwright.config.mjs":
        'export default { spec: "orders/openapi.yaml", out: "../out", root: "." };',
    });
    const { exitCode, error } = await runHere(folder, [
      "generate",
      "--config",
      "apis/specwright.config.mjs",
    ]);
    expect(error).toBe("");
    expect(exitCode).toBe(0);
  });

  it("must be a folder", async () => {
    const folder = temporaryFolder(layout);
    for (const [root, why] of [
      ["nowhere", "there is no such folder"],
      ["apis/common/errors.yaml", "this is a file"],
    ]) {
      const { exitCode, error } = await generate(folder, "--root", `${root}`);
      expect(exitCode).toBe(2);
      expect(error).toBe(`error: --root ${root}: ${why}`);
    }
  });

  it("sees a change in a file of the root", async () => {
    const folder = temporaryFolder({ ...layout, "package.json": "{}" });
    mkdirSync(join(folder, "node_modules"));
    await generate(folder, "--root", "apis");
    const path = join(folder, "apis/common/errors.yaml");
    writeFileSync(path, errors.replace("string", "integer"));
    const { out } = await generate(folder, "--root", "apis");
    expect(out).not.toContain("(0 written");
    expect(made(folder, "types/problem.ts")).toContain("code: number;");
  });
});

describe("--resource", () => {
  const uri = "https://schemas.example.com/money.json";
  const files = {
    "apis/orders/openapi.yaml": spec(`${uri}#/Money`),
    "schemas/money.json": '{"Money": {"$ref": "currency.json#/Currency"}}',
    "schemas/currency.yaml": "Currency: {type: string, enum: [EUR]}\n",
  };
  const flags = [
    "--resource",
    `${uri}=schemas/money.json`,
    "--resource",
    "https://schemas.example.com/currency.json=schemas/currency.yaml",
  ];

  it.each(["3.0.3", "3.1.0"])(
    "reads what a URI leads to from files, in OpenAPI %s",
    async (version) => {
      const folder = temporaryFolder({
        ...files,
        "apis/orders/openapi.yaml": spec(`${uri}#/Money`, version),
      });
      const { exitCode, error } = await generate(folder, ...flags);
      expect(error).toBe("");
      expect(exitCode).toBe(0);
      expect(made(folder, "types/money.ts")).toContain("Currency");
      expect(made(folder, "types/currency.ts")).toContain('"EUR"');
    },
  );

  it("is named by the error, with the URI", async () => {
    const folder = temporaryFolder(files);
    const { exitCode, error } = await generate(folder);
    expect(exitCode).toBe(1);
    expect(error).toContain("error reference-remote");
    expect(error).toContain(`pass it as --resource ${uri}=FILE`);
    const second = await generate(folder, ...flags.slice(0, 2));
    expect(second.exitCode).toBe(1);
    expect(second.error).toContain(
      "--resource https://schemas.example.com/currency.json=FILE",
    );
  });

  it("comes from the configuration", async () => {
    const folder = temporaryFolder({
      ...files,
      "specwright.config.mjs": `export default { resources: {
        "${uri}": "schemas/money.json",
        "https://schemas.example.com/currency.json": "schemas/currency.yaml",
      } };`,
    });
    expect((await generate(folder)).exitCode).toBe(0);
  });

  it("points into the file, and says where there is none", async () => {
    const folder = temporaryFolder({
      ...files,
      "schemas/currency.yaml": "Currency:\n  type: string\n  type: number\n",
    });
    const broken = await generate(folder, ...flags);
    expect(broken.error).toContain(
      "schemas/currency.yaml:3:3: error duplicate-key",
    );
    const missing = await generate(folder, "--resource", `${uri}=nowhere.json`);
    expect(missing.exitCode).toBe(1);
    expect(missing.error).toContain(
      'file-not-found: "nowhere.json" does not exist',
    );
  });

  it("is an input of the run", async () => {
    const folder = temporaryFolder({ ...files, "package.json": "{}" });
    mkdirSync(join(folder, "node_modules"));
    await generate(folder, ...flags);
    const again = await generate(folder, ...flags);
    expect(again.out).toContain("(0 written");
    writeFileSync(
      join(folder, "schemas/currency.yaml"),
      "Currency: {type: string, enum: [USD]}\n",
    );
    const { out } = await generate(folder, ...flags);
    expect(out).not.toContain("(0 written");
    const check = await runHere(folder, [
      "check",
      "apis/orders/openapi.yaml",
      "--out",
      "out",
      ...flags,
    ]);
    expect(check.exitCode).toBe(0);
  });

  it.each(["x", "money.json=", "=x", "relative/uri=x", "c:/x=y"])(
    "refuses %s",
    async (resource) => {
      const folder = temporaryFolder(files);
      const { exitCode, error } = await generate(
        folder,
        "--resource",
        resource,
      );
      expect(exitCode).toBe(2);
      expect(error).toContain("write an absolute URI");
    },
  );
});
