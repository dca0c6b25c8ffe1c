import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** As far as this reading of the description goes. */
interface SchemaObject {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaObject>>;
}

interface DescriptionObject {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post: {
          readonly parameters: readonly {
            readonly name: string;
            readonly schema: SchemaObject;
          }[];
          readonly requestBody: {
            readonly content: Readonly<
              Record<string, { readonly schema: SchemaObject }>
            >;
          };
        };
      }
    >
  >;
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaObject>>;
  };
}

const assertions = [
  "type",
  "enum",
  "format",
  "minLength",
  "maxLength",
  "pattern",
] as const;

/** `<field> <keyword>` for everything that the description asserts of a field or parameter of the endpoint. */
export function describedConstraints(): string[] {
  const file = new URL("../../spec/openapi.yaml", import.meta.url);
  const { paths, components } = parse(
    readFileSync(file, "utf8"),
  ) as DescriptionObject;
  return Object.values(paths).flatMap(({ post }) => {
    const fields = [
      ...post.parameters.map(({ name, schema }) => [name, schema] as const),
      ...Object.values(post.requestBody.content).flatMap(({ schema }) =>
        Object.entries(schema.properties ?? {}),
      ),
    ];
    return fields.flatMap(([field, { $ref, ...own }]) => {
      const name = $ref?.replace("#/components/schemas/", "") ?? "";
      const schema = { ...components.schemas[name], ...own };
      return assertions
        .filter((keyword) => keyword in schema)
        .map((keyword) => `${field} ${keyword}`);
    });
  });
}
