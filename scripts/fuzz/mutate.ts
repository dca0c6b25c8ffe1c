import type { Choices } from "../../test/validators/choices.js";
import { setMember, type Texts } from "./hostile-texts.js";

type Container = Record<string, unknown>;

const junk: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1.5,
  1e400,
  "",
  "object",
  "#/components/schemas/X",
  [],
  {},
  [null],
  ["a", "a"],
  { a: 1 },
  { $ref: "#" },
  { $ref: "#/paths" },
  { $ref: 1 },
  { $ref: "" },
  [[[[]]]],
];

const keywords = [
  ..."$ref type format enum const properties required items allOf anyOf oneOf not".split(
    " ",
  ),
  ..."if then additionalProperties discriminator nullable readOnly writeOnly".split(
    " ",
  ),
  ..."schema content in name style explode parameters responses default".split(
    " ",
  ),
  ..."servers security tags $id $anchor $defs itemSchema unevaluatedProperties".split(
    " ",
  ),
];

/** Changes a document of JSON in place: members replaced, removed, renamed, exchanged, texts made hostile. */
export function mutateDocument(
  root: unknown,
  choices: Choices,
  texts: Texts,
  times: number,
): void {
  for (let time = 0; time < times; time++) {
    const containers = containersOf(root);
    const container = choices.pick(containers);
    const keys = Object.keys(container);
    if (keys.length === 0) continue;
    const key = choices.pick(keys);
    mutateMember(container, key, containers, choices, texts);
  }
}

function mutateMember(
  container: Container,
  key: string,
  containers: readonly Container[],
  choices: Choices,
  texts: Texts,
): void {
  const value = container[key];
  const isList = Array.isArray(container);
  switch (choices.below(9)) {
    case 0:
      if (isList) container.splice(Number(key), 1);
      else delete container[key];
      return;
    case 1:
      container[key] = structuredClone(choices.pick(junk));
      return;
    case 2:
      container[key] = structuredClone(choices.pick(containers));
      return;
    case 3:
      if (!isList) setMember(container, choices.pick(keywords), value);
      return;
    case 4:
    case 5:
      if (isList) return;
      delete container[key];
      setMember(container, texts.name(), value);
      return;
    case 6:
    case 7:
      if (typeof value === "string") container[key] = texts.text();
      else if (typeof value === "number") container[key] = choices.below(99);
      return;
    default: {
      const other = choices.pick(containers);
      const [otherKey] = choices.some([...Object.keys(other), key]);
      const from = otherKey ?? key;
      if (Object.hasOwn(other, from))
        setMember(container, key, structuredClone(other[from]));
    }
  }
}

/** Every object and list of a document. */
function containersOf(root: unknown): Container[] {
  const found: Container[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    found.push(next as Container);
    open.push(...Object.values(next));
  }
  return found;
}

const fragments = [
  ..."{}[]:,'\"`#&*!|>%@-?\\/$<\t\n\r\u0000\u2028\ufeff\u0085",
  "---\n",
  "...\n",
  "<<: *a\n",
  "&a ",
  "*a",
  "!!binary ",
  "- ",
  ": ",
  "|-\n",
  "\n  ",
];

/** Changes a text: parts removed, doubled, moved, and characters put in that mean something to YAML or JSON. */
export function mutateText(
  text: string,
  choices: Choices,
  texts: Texts,
): string {
  let changed = text;
  const times = 1 + choices.below(4);
  for (let time = 0; time < times; time++) {
    const start = choices.below(changed.length + 1);
    const end = Math.min(changed.length, start + choices.below(40));
    const part = changed.slice(start, end);
    const put = [
      "",
      part + part,
      choices.pick(fragments),
      texts.text(),
      [...part].reverse().join(""),
    ];
    changed = changed.slice(0, start) + choices.pick(put) + changed.slice(end);
  }
  return choices.chance(0.1)
    ? changed.slice(0, choices.below(changed.length + 1))
    : changed;
}
