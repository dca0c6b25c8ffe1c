import type { Api, MediaType, Operation } from "./api.js";
import { valueStructure } from "./value-structure.js";

/** Whether the body of a form is described by what has no fields: a primitive, or a list where it has no parts. */
export function hasNoFields(
  { codec, schema }: MediaType,
  api: Pick<Api, "definitions">,
): boolean {
  if (schema === undefined) return false;
  if (codec !== "form" && codec !== "multipart") return false;
  const structure = valueStructure(schema, api);
  return (
    structure === "primitive" || (structure === "list" && codec === "form")
  );
}

/** The API with forms of any fields in place of those that are described by what has none. */
export function freeForms(api: Api): Api {
  return {
    ...api,
    operations: api.operations.map(freed),
    webhooks: api.webhooks.map(freed),
    callbacks: api.callbacks.map(freed),
  };

  function freed(operation: Operation): Operation {
    const { body } = operation;
    if (!body?.contents.some((content) => hasNoFields(content, api))) {
      return operation;
    }
    const contents = body.contents.map((content) => {
      if (!hasNoFields(content, api)) return content;
      const { schema: _schema, examples: _examples, ...others } = content;
      return { ...others, examples: [] };
    });
    return { ...operation, body: { ...body, contents } };
  }
}
