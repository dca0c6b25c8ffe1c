import { expect, test } from "vitest";
import { exportedNames } from "../../generator/manifest/exported-names.js";

test("every form of export is found, and nothing else", () => {
  const text = `
export type { A, B } from "../types/a.js";
export { c, type D } from "./c.js";
export * from "./e.js";
export interface F {
  export: string;
}
export type G<T> = T;
export const h: string = "export const no = 1";
export function i(): void {}
export async function j(): Promise<void> {}
export function* k(): Generator {}
export const $l = 1;
function hidden(): void {}
// export const commented = 1;
`;
  expect([...exportedNames(text)].sort()).toEqual(
    ["$l", "A", "B", "D", "F", "G", "c", "h", "i", "j", "k"].sort(),
  );
});
