/** What a change means for those who build on the output, the least first. */
export const verdicts = ["none", "patch", "minor", "major"] as const;

/**
 * `major`: a correct consumer stops compiling, a request that it sends today has other bytes or is refused, or a
 * response goes beyond what its code handles. `minor`: something new can be used, and nothing breaks. `patch`: words,
 * examples, order. `none`: no difference.
 */
export type Verdict = (typeof verdicts)[number];

/** The greater of two verdicts. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b;
}

/** What of the output a change shows in, in the order in which layers are listed. */
export const layers = ["wire", "validation", "types", "names", "docs"] as const;

/**
 * `wire`: the bytes of today's requests, and what is read of responses. `validation`: what validators accept. `types`:
 * declared types. `names`: exported names. `docs`: comments and pages.
 */
export type Layer = (typeof layers)[number];

/** The side of the wire that sees a change: `none` for what no operation reaches, and for names. */
export type ChangeDirection = "request" | "response" | "both" | "none";

/** The direction in which two schemas are compared. */
export type Direction = "request" | "response";
