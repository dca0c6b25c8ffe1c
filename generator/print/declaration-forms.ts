// Printed by ts-morph: npm run print-forms. Do not edit.

/** Every form of declarations that the output has, with `$0`, `$1` and so on in the places of what differs. */
export const declarationForms = {
  function: "$0function $1($3): $4 {\n  $5\n}",
  "function generic": "$0function $1<$2>($3): $4 {\n  $5\n}",
  "generator function": "$0function* $1($3): $4 {\n  $5\n}",
  "generator function generic": "$0function* $1<$2>($3): $4 {\n  $5\n}",
  "async function": "$0async function $1($3): $4 {\n  $5\n}",
  "async function generic": "$0async function $1<$2>($3): $4 {\n  $5\n}",
  "async generator function": "$0async function* $1($3): $4 {\n  $5\n}",
  "async generator function generic":
    "$0async function* $1<$2>($3): $4 {\n  $5\n}",
  const: "$0const $1 = $2;",
  "const typed": "$0const $1: $3 = $2;",
  interface: "$0interface $1 {\n  $2\n}",
  "interface extending": "$0interface $1 extends $3 {\n  $2\n}",
  type: "$0type $1 = $2;",
  "export function": "$0export function $1($3): $4 {\n  $5\n}",
  "export function generic": "$0export function $1<$2>($3): $4 {\n  $5\n}",
  "export generator function": "$0export function* $1($3): $4 {\n  $5\n}",
  "export generator function generic":
    "$0export function* $1<$2>($3): $4 {\n  $5\n}",
  "export async function": "$0export async function $1($3): $4 {\n  $5\n}",
  "export async function generic":
    "$0export async function $1<$2>($3): $4 {\n  $5\n}",
  "export async generator function":
    "$0export async function* $1($3): $4 {\n  $5\n}",
  "export async generator function generic":
    "$0export async function* $1<$2>($3): $4 {\n  $5\n}",
  "export const": "$0export const $1 = $2;",
  "export const typed": "$0export const $1: $3 = $2;",
  "export interface": "$0export interface $1 {\n  $2\n}",
  "export interface extending": "$0export interface $1 extends $3 {\n  $2\n}",
  "export type": "$0export type $1 = $2;",
  "reexport all": 'export * from "$1";',
  reexport: 'export { $2 } from "$1";',
  "reexport types": 'export type { $2 } from "$1";',
  parameter: "$0: $1",
  "optional parameter": "$0?: $1",
  "initialized parameter": "$0: $1 = $2",
} as const;
