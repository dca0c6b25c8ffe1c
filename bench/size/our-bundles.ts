import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeOutput } from "../../generator/make-output.js";

const operation = "operations/create-incoming-phone-number.ts";
const builder = `export { createIncomingPhoneNumber } from "./${operation}";`;
const validator = `export { validateCreateIncomingPhoneNumber } from "./${operation}";`;
const bound = `export { createIncomingPhoneNumberOperation } from "./${operation}";`;
const client = 'export { createClient } from "./client.ts";';
const retry = 'export { retries } from "./runtime/retry.ts";';

/** One thing that an application can import of the operation, and what it may cost. */
export interface OurBundle {
  readonly title: string;
  readonly code: string;
  /** The most bytes that it may have, gzipped. */
  readonly limit?: number;
}

export const ourBundles: readonly OurBundle[] = [
  { title: "builder", code: builder, limit: 800 },
  {
    title: "builder, collecting validator",
    code: builder + validator,
    limit: 3000,
  },
  { title: "client, operation with its reader", code: client + bound },
  {
    title: "the same, with retries",
    code: client + bound + retry,
    limit: 8000,
  },
  {
    title: "the same, with retries and validator",
    code: client + bound + retry + validator,
  },
  {
    title: "client, every operation of the description as a method",
    code: `${client}export { createApi } from "./api.ts";`,
  },
];

/** Generates the output of a description into a folder, without docs. */
export async function generateInto(
  folder: string,
  spec: string,
): Promise<void> {
  const { files = [] } = await makeOutput({
    spec,
    settings: { parts: { docs: false } },
  });
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
