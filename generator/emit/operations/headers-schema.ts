import type { Response } from "../../model/api.js";
import type { Rule, Schema } from "../../model/schema.js";

/** The schema of a response's headers, as the reader gives them: an open object by the names as described. */
export function headersSchema(response: Response): Schema {
  const { headers } = response;
  const pointer = `${response.pointer}/headers`;
  const required = headers.filter((header) => header.required);
  const rules: Rule[] = [
    { kind: "type", types: ["object"] },
    ...(required.length === 0
      ? []
      : [
          {
            kind: "required" as const,
            names: required.map(({ name }) => name),
          },
        ]),
    {
      kind: "properties",
      named: headers.map(({ name, schema, description }) => ({
        name,
        schema: {
          ...schema,
          annotations: {
            ...schema.annotations,
            ...(description === undefined ? {} : { description }),
          },
        },
      })),
      patterns: [],
      additional: { kind: "never", pointer, annotations: {} },
    },
  ];
  return { kind: "rules", pointer, annotations: {}, rules };
}
