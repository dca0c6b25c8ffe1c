/**
 * The one module of openapi-typescript that is used, without loading the rest of the package: it carries no
 * declarations of its own, and is the same function as the package's root exports.
 */
declare module "openapi-typescript/dist/transform/schema-object.mjs" {
  export { transformSchemaObject as default } from "openapi-typescript";
}
