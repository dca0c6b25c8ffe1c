/**
 * Specs of the corpus that break the specification, and so are refused, with the codes of the diagnostics that say
 * so. The list may only shrink: another refusal, or another code, is a fault of the run.
 */
export const refusedSpecs: Readonly<Record<string, readonly string[]>> = {
  "wild/keycloak": ["reference-not-found"],
  "wild/square": ["reference-not-found"],
  "wild/supabase-auth": ["reference-wrong-kind"],
};
