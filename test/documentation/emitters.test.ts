import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { programs, root, snippets } from "./snippets.js";

const page = "docs/emitters.md";
const configurations = programs.filter((program) => program.page === page);

/** What the page says that each of them makes, in their order. */
const made = snippets.flatMap(({ page: from, made: path, text }) =>
  from === page && path !== undefined ? [{ path, text }] : [],
);

describe(`the configurations of ${page}`, () => {
  test("are as many as the files that they make", () => {
    expect(made.length).toBeGreaterThan(1);
    expect(configurations).toHaveLength(made.length);
  });

  test.each(made.map((file, index) => [file.path, file.text, index] as const))(
    "make %s",
    async (path, text, index) => {
      const folder = temporaryFolder();
      copyFileSync(
        `${root}examples/orders/openapi.yaml`,
        join(folder, "openapi.yaml"),
      );
      const config = configurations[index]?.text ?? "";
      writeFileSync(join(folder, "specwright.config.ts"), config);
      const { exitCode, error } = await runHere(folder, ["generate"]);
      expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
      const file = readFileSync(join(folder, path), "utf8");
      expect(file.endsWith(text)).toBe(true);
    },
  );
});
