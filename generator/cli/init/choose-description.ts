import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { UsageError } from "../../config/usage-error.js";
import { specAddress } from "../../read/spec-address.js";
import type { Terminal } from "../terminal.js";
import { equallyLikely, findDescriptions } from "./find-descriptions.js";

/**
 * The description of a project: the one that is found, or the one that the user names if several are as likely or none
 * is found.
 * @returns a path from the working directory, or a URL
 * @throws UsageError if none is found and nobody can be asked
 */
export async function chooseDescription(
  { yes = false }: { readonly yes?: boolean },
  terminal: Terminal,
): Promise<string> {
  const found = findDescriptions(terminal.folder);
  const likely = equallyLikely(found);
  const [first] = likely;
  const ask = yes ? undefined : terminal.ask;
  if (first === undefined) {
    if (ask !== undefined) return askForPath(ask, terminal);
    throw new UsageError(
      "No OpenAPI description found here. Name its path or URL: specwright init path/to/openapi.yaml",
    );
  }
  const chosen =
    likely.length > 1 && ask !== undefined
      ? await askWhich(ask, likely)
      : first;
  terminal.out(`found    ${chosen.path}: ${chosen.version}`);
  const others = found.filter((entry) => entry !== chosen);
  if (others.length > 0 && likely.length > 1 && ask === undefined) {
    const names = others.slice(0, 3).map(({ path }) => path);
    const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
    terminal.out(`         not ${names.join(", ")}${more}`);
  }
  return chosen.path;
}

type Ask = NonNullable<Terminal["ask"]>;

async function askForPath(
  ask: Ask,
  { folder, error }: Terminal,
): Promise<string> {
  for (;;) {
    const answer = (
      await ask("Path or URL of the OpenAPI description: ")
    ).trim();
    if (answer === "") continue;
    if (specAddress(answer).kind === "url") return answer;
    const path = resolve(folder, answer);
    if (existsSync(path)) return relative(folder, path).split(sep).join("/");
    error(`${answer} does not exist.`);
  }
}

async function askWhich<T extends { readonly path: string }>(
  ask: Ask,
  choices: readonly T[],
): Promise<T> {
  const list = choices.map(({ path }, index) => `  ${index + 1}  ${path}`);
  for (;;) {
    const answer = await ask(
      `Several descriptions:\n${list.join("\n")}\nWhich one? (1) `,
    );
    const choice = choices[Number(answer.trim() || "1") - 1];
    if (choice !== undefined) return choice;
  }
}
