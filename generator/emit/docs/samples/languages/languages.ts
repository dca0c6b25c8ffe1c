import { csharp } from "./csharp.js";
import { curl } from "./curl.js";
import { fetchLanguage } from "./fetch.js";
import { go } from "./go.js";
import { java } from "./java.js";
import type { Language } from "./language.js";
import { php } from "./php.js";
import { python } from "./python.js";
import { ruby } from "./ruby.js";

/** The languages that a request can be printed in, in the order of the picker. */
export const languages: readonly Language[] = [
  curl,
  fetchLanguage,
  python,
  go,
  java,
  php,
  ruby,
  csharp,
];
