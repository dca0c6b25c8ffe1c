import { decodePunycode, encodePunycode } from "./punycode.js";

const ldhLabel = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** A host name (RFC 1123 §2.1); labels that begin with `xn--` have to be encoded ones (RFC 5890 §2.3.2.1). */
export function isHostname(text: string): boolean {
  return text.length < 254 && text.split(".").every(isAsciiLabel);
}

/** An internationalized host name (RFC 5890 §2.3.2.3). */
export function isIdnHostname(text: string): boolean {
  // A character gives one of ASCII at the least, and has two units of UTF-16 at the most.
  if (text.length > 2 * 253) return false;
  const labels = text.split(/[.\u3002\uff0e\uff61]/);
  const length = labels.reduce((sum, each) => sum + asciiLength(each) + 1, -1);
  const isBidi = labels.some((label) => rightToLeft.test(unicodeForm(label)));
  return (
    length < 254 &&
    labels.every(
      (label) =>
        (/^[\0-\x7f]*$/.test(label)
          ? isAsciiLabel(label)
          : asciiLength(label) < 64 && isUnicodeLabel(label)) &&
        (!isBidi || obeysBidi(unicodeForm(label))),
    )
  );
}

function isAsciiLabel(label: string): boolean {
  if (!ldhLabel.test(label)) return false;
  if (!/^xn--/i.test(label)) return !/^..--/.test(label) || !/^xn/i.test(label);
  const decoded = decodePunycode(label.slice(4));
  return (
    decoded !== undefined &&
    /[^\0-\x7f]/.test(decoded) &&
    encodePunycode(decoded) === label.slice(4).toLowerCase() &&
    isUnicodeLabel(decoded) &&
    (!rightToLeft.test(decoded) || obeysBidi(decoded))
  );
}

function asciiLength(label: string): number {
  return /^[\0-\x7f]*$/.test(label)
    ? label.length
    : 4 + encodePunycode(label).length;
}

function unicodeForm(label: string): string {
  return /^xn--/i.test(label) ? (decodePunycode(label.slice(4)) ?? "") : label;
}

/** Letters, marks and digits that stay as they are under normalization (RFC 5892 §3), and the exceptions of §2.6. */
const allowed =
  /^(?:(?![\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]|\p{Lu}|\p{Default_Ignorable_Code_Point})[\p{L}\p{Mn}\p{Mc}\p{Nd}]|[-\u00b7\u0375\u05f3\u05f4\u06fd\u06fe\u0f0b\u200c\u200d\u3007\u30fb])+$/u;

/** What a character needs around it (RFC 5892 appendix A); a text that matches lacks it. */
const misplaced: readonly RegExp[] = [
  /(?<!l)\u00b7|\u00b7(?!l)/u,
  /\u0375(?!\p{sc=Greek})/u,
  /(?<!\p{sc=Hebrew})[\u05f3\u05f4]/u,
  /[\u0660-\u0669].*[\u06f0-\u06f9]|[\u06f0-\u06f9].*[\u0660-\u0669]/u,
  /^[^\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]*\u30fb[^\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]*$/u,
];

const virama =
  "[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u0e3a\\u0f84\\u1039\\u103a\\u1714\\u1734\\u17d2\\u1a60\\u1b44\\u1baa\\ua806\\ua8c4\\ua953\\ua9c0\\uabed]";
const joining =
  "[\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Mong}\\p{sc=Nkoo}\\p{sc=Adlm}]";

/** A label as people read it (RFC 5891 §4.2, RFC 5892). */
function isUnicodeLabel(label: string): boolean {
  const joinersStand = new RegExp(
    `^(?:[^\\u200c\\u200d]|(?<=${virama})[\\u200c\\u200d]|(?<=${joining}\\p{Mn}*)\\u200c(?=\\p{Mn}*${joining}))*$`,
    "u",
  );
  return (
    allowed.test(label) &&
    isStable(label) &&
    !/^-|-$|^..--|^\p{M}/u.test(label) &&
    !misplaced.some((pattern) => pattern.test(label)) &&
    joinersStand.test(label)
  );
}

function isStable(label: string): boolean {
  return (
    label.normalize("NFC") === label &&
    Array.from(label).every(
      (each) => each.normalize("NFKC").toLowerCase().normalize("NFKC") === each,
    )
  );
}

const rightToLeft =
  /[\u0660-\u0669\u066b\u066c]|(?!\p{M}|\p{Nd})[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Samr}\p{sc=Mand}]/u;

/** The Bidi rule (RFC 5893 §2) for a label of a name in which some label is written from right to left. */
function obeysBidi(label: string): boolean {
  const [first = ""] = label;
  const arabicDigits = /[\u0660-\u0669\u066b\u066c]/u;
  const europeanDigits = /[\d\u06f0-\u06f9]/u;
  if (arabicDigits.test(first) || europeanDigits.test(first)) return false;
  if (!rightToLeft.test(first)) return !rightToLeft.test(label);
  const isPure = Array.from(label).every(
    (each) =>
      rightToLeft.test(each) ||
      europeanDigits.test(each) ||
      /[\p{M}\u200c\u200d-]/u.test(each),
  );
  return isPure && !(arabicDigits.test(label) && europeanDigits.test(label));
}
