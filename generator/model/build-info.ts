import type {
  ExternalDocs,
  Info,
  SecurityRequirement,
  SecurityScheme,
  Server,
  ServerVariable,
  Tag,
} from "./api.js";
import type { ModelContext } from "./model-context.js";
import { componentsOf } from "./component-schemas.js";
import { followObject } from "./follow-object.js";
import {
  booleanMember,
  elementsOf,
  entriesOf,
  isObjectSource,
  objectMember,
  stringListMember,
  stringMember,
  type ObjectSource,
} from "./source.js";

/** What holds for every operation that says nothing else. */
export interface DocumentDefaults {
  readonly servers: readonly Server[];
  /** Undefined if the document does not speak of credentials. */
  readonly security: readonly SecurityRequirement[] | undefined;
}

/** What OpenAPI says where a description names no server. */
export const defaultServers: readonly Server[] = [{ url: "/", variables: [] }];

export function buildDefaults(
  document: ObjectSource,
  context: ModelContext,
): DocumentDefaults {
  return {
    servers: buildServers(document, context) ?? defaultServers,
    security: buildSecurity(document, context),
  };
}

/** The named text members that are present. */
function texts<K extends string>(
  source: ObjectSource,
  ...keys: readonly K[]
): { [key in K]?: string } {
  const found: { [key in K]?: string } = {};
  for (const key of keys) {
    const value = stringMember(source, key);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

/** What is taken for the title and the version that a description lacks. */
const unnamed: Info = { title: "API", version: "0.0.0" };

/** OpenAPI Info Object. */
export function buildInfo(document: ObjectSource): Info {
  const info = objectMember(document, "info");
  if (info === undefined) return unnamed;
  const contact = objectMember(info, "contact");
  const license = objectMember(info, "license");
  return {
    title: stringMember(info, "title") ?? unnamed.title,
    version: stringMember(info, "version") ?? unnamed.version,
    ...texts(info, "summary", "description", "termsOfService"),
    ...(contact === undefined
      ? {}
      : { contact: texts(contact, "name", "url", "email") }),
    ...(license === undefined
      ? {}
      : {
          license: {
            name: stringMember(license, "name") ?? "",
            ...texts(license, "url", "identifier"),
          },
        }),
  };
}

/** OpenAPI External Documentation Object; undefined where there is none with a URL. */
export function buildExternalDocs(
  carrier: ObjectSource,
): ExternalDocs | undefined {
  const source = objectMember(carrier, "externalDocs");
  const url = source === undefined ? undefined : stringMember(source, "url");
  return source === undefined || url === undefined
    ? undefined
    : { url, ...texts(source, "description") };
}

/** OpenAPI Tag Objects. */
export function buildTags(
  document: ObjectSource,
  context: ModelContext,
): Tag[] {
  const names = new Set<string>();
  const tags = elementsOf(document, "tags").flatMap((written): Tag[] => {
    const source = followObject(written, context)?.source;
    const name =
      source === undefined ? undefined : stringMember(source, "name");
    if (source === undefined || name === undefined) return [];
    if (name.trim() === "" || names.has(name)) return [];
    names.add(name);
    const externalDocs = buildExternalDocs(source);
    return [
      {
        name,
        ...texts(source, "summary", "description", "parent"),
        ...(externalDocs === undefined ? {} : { externalDocs }),
      },
    ];
  });
  const parents = new Map(tags.map(({ name, parent }) => [name, parent]));
  return tags.map((tag) => (hasParent(tag, parents) ? tag : orphan(tag)));
}

/** True unless the parent is not declared, or is a descendant of the tag itself. */
function hasParent(
  { name, parent }: Tag,
  parents: ReadonlyMap<string, string | undefined>,
): boolean {
  if (parent !== undefined && !parents.has(parent)) return false;
  const seen = new Set<string>();
  for (let next = parent; next !== undefined; next = parents.get(next)) {
    if (next === name) return false;
    if (seen.has(next)) break;
    seen.add(next);
  }
  return true;
}

function orphan({ parent: _parent, ...tag }: Tag): Tag {
  return tag;
}

/** True for the URL of a server that requests must not, or can not, be sent to. */
export function isUnsafeUrl(url: string): boolean {
  return unsafeScheme.test(url) || /[\p{Cc}\s"<>\\^`|]/u.test(url);
}

const unsafeScheme = /^\s*(?:javascript|data|file|vbscript|blob|about):/iu;

/** OpenAPI Server Objects; undefined where the member is absent or empty. */
export function buildServers(
  carrier: ObjectSource,
  context: ModelContext,
): readonly Server[] | undefined {
  const servers = elementsOf(carrier, "servers").flatMap((written) => {
    const source = followObject(written, context)?.source;
    if (source === undefined) return [];
    const url = stringMember(source, "url") ?? "/";
    if (isUnsafeUrl(url)) return [];
    return [
      {
        url,
        ...texts(source, "name", "description"),
        variables: buildServerVariables(source, url),
      },
    ];
  });
  return servers.length === 0 ? undefined : servers;
}

/** The variables of a server: those that it declares, then those that its URL uses besides. */
function buildServerVariables(
  server: ObjectSource,
  url: string,
): ServerVariable[] {
  const declared = declaredVariables(server);
  const names = new Set(declared.map(({ name }) => name));
  const used = [...url.matchAll(/\{([^{}]*)\}/gu)].map(([, name = ""]) => name);
  const others = new Set(used.filter((name) => !names.has(name)));
  return [...declared, ...[...others].map((name) => ({ name }))];
}

function declaredVariables(server: ObjectSource): ServerVariable[] {
  return entriesOf(server, "variables").flatMap(([name, source]) => {
    if (!isObjectSource(source)) return [];
    const values = stringListMember(source, "enum") ?? [];
    const fallback = stringMember(source, "default") ?? values[0] ?? "";
    const isListed = values.length === 0 || values.includes(fallback);
    return [
      {
        name,
        default: fallback,
        ...(values.length === 0
          ? {}
          : { enum: isListed ? values : [...values, fallback] }),
        ...texts(source, "description"),
      },
    ];
  });
}

/** OpenAPI Security Requirement Objects; undefined where the member is absent. */
export function buildSecurity(
  carrier: ObjectSource,
  context: ModelContext,
): readonly SecurityRequirement[] | undefined {
  if (!Array.isArray(carrier.value["security"])) return undefined;
  return elementsOf(carrier, "security")
    .filter(isObjectSource)
    .filter(({ value }) => isMeaningful(Object.keys(value), context))
    .map((requirement) => ({
      schemes: Object.keys(requirement.value)
        .filter((name) => isDeclared(name, context))
        .map((name) => ({
          name,
          scopes: stringListMember(requirement, name) ?? [],
        })),
    }));
}

/** An alternative of unknown schemes alone says nothing; an empty one says that no credentials are needed. */
function isMeaningful(
  names: readonly string[],
  context: ModelContext,
): boolean {
  return names.length === 0 || names.some((name) => isDeclared(name, context));
}

/** A name that no scheme has was reported; it asks for nothing that could be sent. */
function isDeclared(name: string, context: ModelContext): boolean {
  const components = componentsOf(context);
  const schemes =
    components === undefined
      ? undefined
      : objectMember(components, "securitySchemes");
  return schemes !== undefined && Object.hasOwn(schemes.value, name);
}

type SchemeBase = Pick<SecurityScheme, "name" | "description" | "deprecated">;

/** The Security Scheme Objects of `components`. */
export function buildSecuritySchemes(
  components: ObjectSource | undefined,
  context: ModelContext,
): SecurityScheme[] {
  if (components === undefined) return [];
  return entriesOf(components, "securitySchemes").flatMap(([name, written]) => {
    const followed = followObject(written, context);
    if (followed === undefined) return [];
    const { source } = followed;
    const base: SchemeBase = {
      name,
      ...texts(source, "description"),
      ...(followed.description === undefined
        ? {}
        : { description: followed.description }),
      deprecated: booleanMember(source, "deprecated") ?? false,
    };
    const scheme = buildScheme(base, source);
    return scheme === undefined ? [] : [scheme];
  });
}

function buildScheme(
  base: SchemeBase,
  source: ObjectSource,
): SecurityScheme | undefined {
  const type = stringMember(source, "type");
  if (type === "apiKey") {
    const where = stringMember(source, "in");
    const parameter = stringMember(source, "name");
    return parameter !== undefined &&
      (where === "query" || where === "header" || where === "cookie")
      ? { ...base, kind: "apiKey", in: where, parameter }
      : undefined;
  }
  if (type === "http") {
    const scheme = stringMember(source, "scheme");
    return scheme === undefined
      ? undefined
      : { ...base, kind: "http", scheme, ...texts(source, "bearerFormat") };
  }
  if (type === "oauth2") {
    const url = stringMember(source, "oauth2MetadataUrl");
    return {
      ...base,
      kind: "oauth2",
      flows: objectMember(source, "flows")?.value ?? {},
      ...(url === undefined ? {} : { metadataUrl: url }),
    };
  }
  if (type === "openIdConnect") {
    const url = stringMember(source, "openIdConnectUrl");
    return url === undefined
      ? undefined
      : { ...base, kind: "openIdConnect", url };
  }
  return type === "mutualTLS" ? { ...base, kind: "mutualTLS" } : undefined;
}
