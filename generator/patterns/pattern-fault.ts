/** Why a pattern is no regular expression, in words, and what to write instead. */
export interface PatternFault {
  readonly reason: string;
  readonly hint: string;
}
