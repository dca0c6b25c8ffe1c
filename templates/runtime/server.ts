/** A server of the description. */
export interface Server {
  /** With `{name}` where a variable stands. */
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  readonly variables: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  /** Absent where the description declares none: the variable must be given. */
  readonly default?: string;
  /** The only values that it may have. */
  readonly enum?: readonly string[];
}

type VariablesOf<S extends Server> = {
  readonly [Name in keyof S["variables"]]?: S["variables"][Name] extends {
    readonly enum: readonly (infer Value)[];
  }
    ? Value
    : string;
};

/**
 * The base URL of a server, for `baseUrl` and `servers`; variables that are not given have their defaults.
 * Throws a `TypeError` that names the variable for a value that its list does not have, and for a missing value.
 */
export function serverUrl<const S extends Server>(
  server: S,
  variables: VariablesOf<S> = {},
): string {
  const given = new Map<string, unknown>(Object.entries(variables));
  return Object.entries(server.variables).reduce(
    (url, [name, { default: fallback, enum: values }]) => {
      const known = given.get(name) ?? fallback;
      if (known === undefined) throw new TypeError(`"${name}" has no default`);
      const value = String(known);
      if (values !== undefined && !values.includes(value)) {
        throw new TypeError(`"${name}" is none of ${values.join(", ")}`);
      }
      return url.split(`{${name}}`).join(value);
    },
    server.url,
  );
}
