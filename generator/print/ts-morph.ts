import { createRequire } from "node:module";
import type * as TsMorph from "ts-morph";

/**
 * The part of ts-morph that is used here. It is required, not imported: for an import Node first searches the whole
 * bundle for names that it may export, which takes longer than running it.
 */
export const { printStructure, StructureKind, VariableDeclarationKind } =
  createRequire(import.meta.url)("ts-morph") as typeof TsMorph;
