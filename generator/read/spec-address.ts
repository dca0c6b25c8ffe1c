/** Where a description is read from. */
export type SpecAddress =
  | { readonly kind: "file" }
  | { readonly kind: "stdin"; readonly name: string }
  | {
      readonly kind: "url";
      /** See `nameOf`. */
      readonly name: string;
      readonly url: URL;
    };

/** What the user has typed as the description: a URL with `http:` or `https:`, `-` for standard input, or a path. */
export function specAddress(spec: string): SpecAddress {
  if (spec === "-") return { kind: "stdin", name: "standard input" };
  if (!/^https?:\/\//i.test(spec) || !URL.canParse(spec)) {
    return { kind: "file" };
  }
  const url = new URL(spec);
  return { kind: "url", name: nameOf(url), url };
}

/** A URL without what may hold secrets: credentials, query and fragment. */
export function nameOf({ origin, pathname }: URL): string {
  return origin + pathname;
}

/** The name by which diagnostics and the manifest call a description. */
export function specName(spec: string): string {
  const address = specAddress(spec);
  return address.kind === "file" ? spec : address.name;
}
