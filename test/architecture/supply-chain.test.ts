import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface LockedPackage {
  readonly dev?: true;
  readonly hasInstallScript?: true;
  readonly integrity?: string;
  readonly link?: true;
}

const { packages } = readJson("package-lock.json") as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
/** What is installed with specwright, without what only its development needs. */
const installed = Object.entries(packages).filter(
  ([path, { dev, link }]) =>
    path.includes("node_modules/") && dev !== true && link !== true,
);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(root + path, "utf8"));
}

test("nothing that is installed with specwright has an install script", () => {
  expect(installed.length).toBeGreaterThan(10);
  expect(
    installed.filter(([, { hasInstallScript }]) => hasInstallScript === true),
  ).toEqual([]);
});

test("everything that is installed has a hash in the lock file", () => {
  expect(
    installed.filter(([, { integrity }]) => integrity === undefined),
  ).toEqual([]);
});

test("dependencies have exact versions, and each has its reason in the docs", () => {
  const { dependencies, devDependencies } = readJson("package.json") as Record<
    "dependencies" | "devDependencies",
    Readonly<Record<string, string>>
  >;
  const docs = readFileSync(`${root}docs/architecture.md`, "utf8");
  for (const [name, version] of Object.entries({
    ...devDependencies,
    ...dependencies,
  })) {
    expect(version, name).toMatch(/^(?:npm:\w+@)?\d+\.\d+\.\d+$/);
    if (!name.startsWith("@types/"))
      expect(docs, name).toContain(`\`${name}\``);
  }
});

test("workflows name actions by the hash of a commit, and its version beside", () => {
  const folder = `${root}.github/workflows/`;
  const uses = readdirSync(folder).flatMap((name) =>
    [...readFileSync(folder + name, "utf8").matchAll(/uses: (.*)/g)].map(
      ([, action = ""]) => `${name}: ${action}`,
    ),
  );
  expect(uses.length).toBeGreaterThan(3);
  for (const action of uses)
    expect(action).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});
