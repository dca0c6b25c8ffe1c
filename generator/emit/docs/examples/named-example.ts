/** What strings of a name usually are. The first pattern that the words of a name match decides; they are joined by "_". */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/(^|_)e?_?mail(_address)?$/, "person@example.com"],
  [
    /(^|_)(avatar|image|photo|picture|logo|icon)(_url|_uri)?$/,
    "https://example.com/image.png",
  ],
  [
    /(^|_)(url|uri|href|link|website|homepage|webhook|callback|endpoint)$/,
    "https://example.com/",
  ],
  [/(^|_)(uuid|guid)$/, "123e4567-e89b-42d3-a456-426614174000"],
  [
    /(^|_)(sha|sha1|commit|commit_id|oid|digest|checksum|hash)$/,
    "6dcb09b5b57875f334f61aebed695e2e4193db5e",
  ],
  [/(^|_)(phone|phone_number|mobile|fax|tel|telephone)$/, "+14155550123"],
  [/(^|_)(first_name|given_name)$/, "Ada"],
  [/(^|_)(last_name|family_name|surname)$/, "Lovelace"],
  [/(^|_)(full_name|display_name)$/, "Ada Lovelace"],
  [/(^|_)(user|username|user_name|login|owner|author)$/, "ada"],
  [/(^|_)(org|organization|organisation|company|enterprise)$/, "example-org"],
  [/(^|_)(repo|repository|project)$/, "example-project"],
  [/(^|_)(branch|ref)$/, "main"],
  [/(^|_)(file_?name)$/, "report.pdf"],
  [/(^|_)(path|directory)$/, "docs/readme.md"],
  [/(^|_)(password|secret)$/, "correct-horse-battery-staple"],
  [/(^|_)(token|api_key)$/, "example-token"],
  [/(^|_)(country|country_code)$/, "US"],
  [/(^|_)(currency|currency_code)$/, "USD"],
  [/(^|_)(language|lang)$/, "en"],
  [/(^|_)locale$/, "en-US"],
  [/(^|_)(time_?zone)$/, "Europe/Berlin"],
  [/(^|_)(city|town)$/, "Berlin"],
  [/(^|_)(state|province|region)$/, "Berlin"],
  [/(^|_)(street|address|address_line_?\d?|line_?\d)$/, "1 Example Street"],
  [/(^|_)(zip|zip_code|postal_code|postcode)$/, "10115"],
  [/(^|_)(ip|ip_address)$/, "192.0.2.1"],
  [/(^|_)(host|hostname|domain)$/, "example.com"],
  [/(^|_)(colou?r)$/, "#3c48d6"],
  [/(^|_)version$/, "1.0.0"],
  [/(^|_)(date|birthday)$/, "2026-03-31"],
  [/(^|_)(timestamp|\w+_at|\w+_on)$/, "2026-03-31T12:30:00Z"],
  [/(^|_)(mime_?type|content_type|media_type)$/, "application/json"],
  [/(^|_)(description|summary|bio|about)$/, "A short description"],
  [/(^|_)(message|text|body|content|comment|note)$/, "Hello"],
  [/(^|_)(title|subject|headline)$/, "An example"],
  [/(^|_)(query|q|search)$/, "example"],
];

/**
 * An example of a string by the name of what holds it: a URL for `html_url`, "Ada" for `first_name`, else the name with
 * "example" before it. The same name gives the same text.
 */
export function namedExample(name: string): string {
  const words = wordsOf(name);
  if (words.length === 0) return "example";
  const joined = words.join("_");
  const known = meanings.find(([pattern]) => pattern.test(joined));
  if (known !== undefined) return known[1];
  const last = words.at(-1) ?? "";
  if (/^(?:id|sid|key|slug|code|number|name)$/.test(last) && words.length > 1)
    return `${words.slice(0, -1).join("-")}-1`;
  return `example-${words.join("-")}`;
}

/** The words of a name in lower case, whether it is written in camel case or with marks between them. */
function wordsOf(name: string): readonly string[] {
  return (
    name
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? []
  ).slice(-4);
}
