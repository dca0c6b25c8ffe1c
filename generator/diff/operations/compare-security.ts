import type { Operation, SecurityScheme } from "../../model/api.js";
import type { Finding } from "../finding.js";
import { canonicalText } from "../schemas/conjunct.js";
import { shown } from "../schemas/look.js";
import type { Side, Sides } from "../side.js";
import type { OperationPair } from "./operation-pair.js";

/** One way to give credentials: schemes that are given together. */
interface Alternative {
  /** The names of the schemes, sorted: the same for equal ways. */
  readonly key: string;
  readonly scopes: ReadonlySet<string>;
}

/** Compares which credentials an operation asks for. */
export function compareSecurity(look: OperationPair): void {
  const { old, new: fresh, sent, report } = look;
  const before = alternativesOf(old, look.sides.old);
  const after = alternativesOf(fresh, look.sides.new);
  const at = {
    old: placeOfSecurity(old, look.sides.old),
    new: placeOfSecurity(fresh, look.sides.new),
  };
  const neededNone = before.length === 0 || has(before, "");
  const needsNone = after.length === 0 || has(after, "");
  const removed = before.filter(({ key }) => key !== "" && !has(after, key));
  const added = after.filter(({ key }) => key !== "" && !has(before, key));
  if (neededNone && !needsNone) {
    report(
      {
        kind: "credentials-required",
        ...at,
        reason: `The operation asks for credentials now: ${after.map(({ key }) => key).join(", or ")}.`,
      },
      sent,
    );
  } else if (!neededNone && needsNone) {
    report(
      {
        kind: "credentials-dropped",
        ...at,
        reason: "The operation no longer needs credentials.",
      },
      sent,
    );
  }
  if (removed.length > 0 && after.length > 0) {
    report(
      {
        kind: "credentials-alternative-removed",
        ...at,
        reason: `The operation no longer accepts ${removed.map(({ key }) => key).join(", or ")}.`,
      },
      sent,
    );
  }
  if (added.length > 0 && before.length > 0) {
    report(
      {
        kind: "credentials-alternative-added",
        ...at,
        reason: `The operation accepts ${added.map(({ key }) => key).join(", or ")} besides.`,
      },
      sent,
    );
  }
  compareScopes(before, after, at, look);
}

function compareScopes(
  before: readonly Alternative[],
  after: readonly Alternative[],
  at: { readonly old: string; readonly new: string },
  { sent, report }: OperationPair,
): void {
  for (const { key, scopes } of before) {
    const other = after.find((one) => one.key === key);
    if (other === undefined) continue;
    const added = [...other.scopes].filter((scope) => !scopes.has(scope));
    const removed = [...scopes].filter((scope) => !other.scopes.has(scope));
    if (added.length > 0) {
      report(
        {
          kind: "scope-added",
          ...at,
          reason: `The operation asks for the scope ${added.map(shown).join(", ")} now.`,
        },
        sent,
      );
    }
    if (removed.length > 0) {
      report(
        {
          kind: "scope-removed",
          ...at,
          reason: `The operation no longer asks for the scope ${removed.map(shown).join(", ")}.`,
        },
        sent,
      );
    }
  }
}

function has(alternatives: readonly Alternative[], key: string): boolean {
  return alternatives.some((one) => one.key === key);
}

function alternativesOf({ security }: Operation, { api }: Side): Alternative[] {
  const known = new Set(api.securitySchemes.map(({ name }) => name));
  return security
    .filter(({ schemes }) => schemes.every(({ name }) => known.has(name)))
    .map(({ schemes }) => ({
      key: schemes
        .map(({ name }) => name)
        .sort()
        .join(" with "),
      scopes: new Set(schemes.flatMap(({ scopes }) => scopes)),
    }));
}

/** The document's own requirements are one list, which all operations without requirements of their own share. */
function placeOfSecurity(
  { security, pointer }: Operation,
  { api }: Side,
): string {
  const sharing = api.operations.filter((one) => one.security === security);
  return sharing.length > 1 ? "#/security" : `${pointer}/security`;
}

/** Compares what security schemes are, each once for all operations that use it. */
export function compareSchemes(
  { old, new: fresh }: Sides,
  report: (finding: Finding, operations: readonly string[]) => void,
): void {
  for (const scheme of old.api.securitySchemes) {
    const other = fresh.api.securitySchemes.find(
      ({ name }) => name === scheme.name,
    );
    if (other === undefined) continue;
    const place = {
      old: `#/components/securitySchemes/${scheme.name}`,
      new: `#/components/securitySchemes/${other.name}`,
    };
    const users = fresh.api.operations
      .filter(({ security }) =>
        security.some(({ schemes }) =>
          schemes.some(({ name }) => name === scheme.name),
        ),
      )
      .map(({ pointer }) => pointer);
    if (useText(scheme) !== useText(other)) {
      report(
        {
          kind: "security-scheme-changed",
          ...place,
          reason: `The scheme ${shown(scheme.name)} was ${inWords(scheme)}, and is ${inWords(other)} now.`,
        },
        users,
      );
    } else if (canonicalText(scheme) !== canonicalText(other)) {
      report(
        {
          kind:
            scheme.deprecated === other.deprecated
              ? "docs-changed"
              : "deprecation-changed",
          ...place,
          reason: `What is said of the scheme ${shown(scheme.name)} changed.`,
        },
        users,
      );
    }
  }
}

/** What of a scheme goes into requests. */
function useText(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey":
      return canonicalText([
        scheme.in,
        scheme.in === "header"
          ? scheme.parameter.toLowerCase()
          : scheme.parameter,
      ]);
    case "http":
      return scheme.scheme.toLowerCase();
    case "oauth2":
    case "openIdConnect":
      return "bearer";
    case "mutualTLS":
      return scheme.kind;
  }
}

function inWords(scheme: SecurityScheme): string {
  if (scheme.kind === "apiKey") {
    return `a key in ${scheme.in === "header" ? "the header" : `the ${scheme.in} parameter`} ${shown(scheme.parameter)}`;
  }
  return scheme.kind === "http" ? `HTTP ${scheme.scheme}` : scheme.kind;
}
