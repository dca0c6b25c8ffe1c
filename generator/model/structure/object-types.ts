import {
  any,
  assumed,
  boolean,
  filledList,
  list,
  map,
  mapOrReference,
  object,
  objectOrReference,
  objectType,
  oneOf,
  required,
  since,
  text,
  type ObjectName,
  type ObjectType,
} from "./field-types.js";
import { schemaObject } from "./schema-keywords.js";

const schema = object("schema");
const securityRequirements = list(map("names", list(text)));
const examples = map("names", objectOrReference("example"));
const parameters = list(objectOrReference("parameter"));
const content = map("mediaTypes", objectOrReference("mediaType", "3.2"));
const headers = map("headerNames", objectOrReference("header"));
const callback = mapOrReference("expressions", object("pathItem"));
const operation = object("operation");
const encodingList = since("3.2", list(object("encoding")));

/** Objects of which every field only informs readers. */
const informativeObjects: ReadonlySet<ObjectName> = new Set<ObjectName>([
  "contact",
  "license",
  "externalDocs",
  "xml",
  "example",
  "link",
  "oauthFlow",
  "oauthFlows",
]);

/** Fields that only inform readers, whatever object has them. */
const informativeFields: ReadonlySet<string> = new Set([
  "title",
  "version",
  "summary",
  "description",
  "termsOfService",
  "contact",
  "license",
  "externalDocs",
  "deprecated",
  "$comment",
  "xml",
  "examples",
  "links",
  "bearerFormat",
  "kind",
]);

/** Whether a field only informs readers: a value that cannot be read there is ignored. */
export function isInformative(object: ObjectName, field: string): boolean {
  return informativeObjects.has(object) || informativeFields.has(field);
}

/** What parameters and headers have in common. */
const valueFields = {
  description: text,
  required: boolean,
  deprecated: boolean,
  style: oneOf(
    "matrix",
    "label",
    "simple",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
  ),
  explode: boolean,
  allowReserved: boolean,
  schema,
  example: any,
  examples,
  content,
};

/** Every object of OpenAPI 3.0.4, 3.1.2 and 3.2.0 but the Schema Object, whose fields are keywords. */
export const objectTypes: Readonly<Record<ObjectName, ObjectType>> = {
  openapi: objectType("OpenAPI Object", {
    openapi: required(text),
    $self: since("3.2", text),
    info: assumed(object("info"), "one without words is taken"),
    jsonSchemaDialect: since("3.1", text),
    servers: list(object("server")),
    // Which of them must be there is for the check of the object.
    paths: map("paths", object("pathItem")),
    webhooks: since("3.1", map("names", object("pathItem"))),
    components: object("components"),
    security: securityRequirements,
    tags: list(object("tag")),
    externalDocs: object("externalDocs"),
  }),
  info: objectType("Info Object", {
    title: assumed(text, '"API" is taken'),
    summary: since("3.1", text),
    description: text,
    termsOfService: text,
    contact: object("contact"),
    license: object("license"),
    version: assumed(text, '"0.0.0" is taken'),
  }),
  contact: objectType("Contact Object", { name: text, url: text, email: text }),
  license: objectType("License Object", {
    name: assumed(text, "an empty text is taken"),
    identifier: since("3.1", text),
    url: text,
  }),
  server: objectType("Server Object", {
    url: assumed(text, '"/" is taken'),
    description: text,
    name: since("3.2", text),
    variables: map("names", object("serverVariable")),
  }),
  serverVariable: objectType("Server Variable Object", {
    enum: filledList(text),
    default: assumed(
      text,
      "the first value of its enum is taken, or an empty text",
    ),
    description: text,
  }),
  components: objectType("Components Object", {
    schemas: map("componentNames", schema),
    responses: map("componentNames", objectOrReference("response")),
    parameters: map("componentNames", objectOrReference("parameter")),
    examples: map("componentNames", objectOrReference("example")),
    requestBodies: map("componentNames", objectOrReference("requestBody")),
    headers: map("componentNames", objectOrReference("header")),
    securitySchemes: map("componentNames", objectOrReference("securityScheme")),
    links: map("componentNames", objectOrReference("link")),
    callbacks: map("componentNames", callback),
    pathItems: since("3.1", map("componentNames", object("pathItem"))),
    mediaTypes: since(
      "3.2",
      map("componentNames", objectOrReference("mediaType", "3.2")),
    ),
  }),
  pathItem: objectType("Path Item Object", {
    $ref: text,
    summary: text,
    description: text,
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
    query: since("3.2", operation),
    additionalOperations: since("3.2", map("methods", operation)),
    servers: list(object("server")),
    parameters,
  }),
  operation: objectType("Operation Object", {
    tags: list(text),
    summary: text,
    description: text,
    externalDocs: object("externalDocs"),
    operationId: text,
    parameters,
    requestBody: objectOrReference("requestBody"),
    responses: {
      type: map("statusCodes", objectOrReference("response")),
      required: { until: "3.0" },
      otherwise: "every response is read as one that is not described",
    },
    callbacks: map("names", callback),
    deprecated: boolean,
    security: securityRequirements,
    servers: list(object("server")),
  }),
  externalDocs: objectType("External Documentation Object", {
    description: text,
    url: assumed(text, "the link is left out"),
  }),
  parameter: objectType("Parameter Object", {
    name: required(text),
    in: required(text),
    allowEmptyValue: boolean,
    ...valueFields,
  }),
  header: objectType("Header Object", valueFields),
  requestBody: objectType("Request Body Object", {
    description: text,
    content: assumed(content, "the body is taken as absent"),
    required: boolean,
  }),
  mediaType: objectType("Media Type Object", {
    schema,
    itemSchema: since("3.2", schema),
    example: any,
    examples,
    encoding: map("properties", object("encoding")),
    prefixEncoding: encodingList,
    itemEncoding: since("3.2", object("encoding")),
  }),
  encoding: objectType("Encoding Object", {
    contentType: text,
    headers,
    style: oneOf("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    explode: boolean,
    allowReserved: boolean,
    encoding: since("3.2", map("properties", object("encoding"))),
    prefixEncoding: encodingList,
    itemEncoding: since("3.2", object("encoding")),
  }),
  response: objectType("Response Object", {
    summary: since("3.2", text),
    description: {
      type: text,
      required: { until: "3.1" },
      otherwise: "an empty text is taken",
    },
    headers,
    content,
    links: map("names", objectOrReference("link")),
  }),
  example: objectType("Example Object", {
    summary: text,
    description: text,
    dataValue: since("3.2", any),
    serializedValue: since("3.2", text),
    value: any,
    externalValue: text,
  }),
  link: objectType("Link Object", {
    operationRef: text,
    operationId: text,
    parameters: map("names", any),
    requestBody: any,
    description: text,
    server: object("server"),
  }),
  tag: objectType("Tag Object", {
    name: assumed(text, "the tag is left out"),
    summary: since("3.2", text),
    description: text,
    externalDocs: object("externalDocs"),
    parent: since("3.2", text),
    kind: since("3.2", text),
  }),
  schema: schemaObject,
  discriminator: objectType("Discriminator Object", {
    propertyName: assumed(text, "the discriminator is ignored"),
    mapping: map("names", text),
    defaultMapping: since("3.2", text),
  }),
  xml: objectType("XML Object", {
    nodeType: since(
      "3.2",
      oneOf("element", "attribute", "text", "cdata", "none"),
    ),
    name: text,
    namespace: text,
    prefix: text,
    attribute: boolean,
    wrapped: boolean,
  }),
  securityScheme: objectType("Security Scheme Object", {
    type: required(text),
    description: text,
    name: text,
    in: oneOf("query", "header", "cookie"),
    scheme: text,
    bearerFormat: text,
    flows: object("oauthFlows"),
    openIdConnectUrl: text,
    oauth2MetadataUrl: since("3.2", text),
    deprecated: since("3.2", boolean),
  }),
  oauthFlows: objectType("OAuth Flows Object", {
    implicit: object("oauthFlow"),
    password: object("oauthFlow"),
    clientCredentials: object("oauthFlow"),
    authorizationCode: object("oauthFlow"),
    deviceAuthorization: since("3.2", object("oauthFlow")),
  }),
  oauthFlow: objectType("OAuth Flow Object", {
    authorizationUrl: text,
    deviceAuthorizationUrl: since("3.2", text),
    tokenUrl: text,
    refreshUrl: text,
    scopes: assumed(map("scopes", text), "an empty map is taken"),
  }),
};
