import type { RegularExpression } from "../../../model/schema.js";

/** A regular expression as far as it takes to find a text that it matches. */
type Node =
  | { readonly kind: "text"; readonly choices: readonly string[] }
  | { readonly kind: "sequence"; readonly nodes: readonly Node[] }
  | { readonly kind: "choice"; readonly branches: readonly Node[] }
  | {
      readonly kind: "repeat";
      readonly node: Node;
      readonly min: number;
      readonly max: number;
    };

const nothing: Node = { kind: "sequence", nodes: [] };
const maximumLength = 512;
const maximumRepetition = 256;

/** Whether a pattern takes little time on any text: it has no repetition in a repetition, and few of them. */
export function isCheapPattern({ source }: RegularExpression): boolean {
  const tree = parse(source);
  if (tree === undefined) return false;
  let open = 0;
  const isFlat = (node: Node, inRepeat: boolean): boolean => {
    if (node.kind === "text") return true;
    if (node.kind === "sequence")
      return node.nodes.every((item) => isFlat(item, inRepeat));
    if (node.kind === "choice")
      return node.branches.every((item) => isFlat(item, inRepeat));
    const isOpen = node.max > 1 && node.max !== node.min;
    if (isOpen) open++;
    return !(isOpen && inRepeat) && isFlat(node.node, inRepeat || isOpen);
  };
  return isFlat(tree, false) && open <= 3;
}

/** A text that the pattern matches, with a length in the bounds; undefined where none is found. */
export function textMatching(
  pattern: RegularExpression,
  minLength: number,
  maxLength: number,
): string | undefined {
  const tree = parse(pattern.source);
  if (tree === undefined) return undefined;
  const isCheap = isCheapPattern(pattern);
  const regexp = new RegExp(pattern.source, pattern.flags);
  const wanted = new Set([0, 1, 2, 3, 7, minLength, minLength - 1]);
  for (const extra of wanted) {
    if (extra < 0 || extra > maximumLength) continue;
    const writer = new Writer(extra);
    const text = writer.write(tree);
    const padded = pad(text, pattern.source, minLength);
    for (const candidate of new Set([text, padded])) {
      const length = [...candidate].length;
      if (length < minLength || length > maxLength) continue;
      if (!isCheap && length > 16) continue;
      if (regexp.test(candidate)) return candidate;
    }
  }
  return undefined;
}

/** Where the pattern is open at its end, anything may follow. */
function pad(text: string, source: string, minLength: number): string {
  const missing = Math.min(minLength, maximumLength) - [...text].length;
  return missing > 0 && !source.endsWith("$")
    ? text + "a".repeat(missing)
    : text;
}

class Writer {
  /** Repetitions beyond the least that open repeats may still make. */
  #extra: number;
  #turn = 0;

  constructor(extra: number) {
    this.#extra = extra;
  }

  write(node: Node): string {
    if (node.kind === "text") {
      // Turning through the choices makes `[a-z]{3}` read `abc`.
      return node.choices[this.#turn++ % node.choices.length] ?? "";
    }
    if (node.kind === "sequence")
      return node.nodes.map((item) => this.write(item)).join("");
    if (node.kind === "choice")
      return node.branches[0] === undefined ? "" : this.write(node.branches[0]);
    const room = Math.min(node.max, node.min + this.#extra, maximumRepetition);
    const count = Math.max(node.min, room);
    this.#extra -= count - node.min;
    let text = "";
    for (let index = 0; index < count && text.length < maximumLength; index++)
      text += this.write(node.node);
    return text;
  }
}

function parse(source: string): Node | undefined {
  const parser = new Parser(source);
  const tree = parser.choice(0);
  return parser.isDone ? tree : undefined;
}

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const digits = [..."0123456789"];
const escapes: Readonly<Record<string, readonly string[]>> = {
  d: digits,
  w: letters,
  s: [" "],
  D: letters,
  W: ["-"],
  S: letters,
  t: ["\t"],
  n: ["\n"],
  r: ["\r"],
  f: ["\f"],
  v: ["\v"],
};

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isDone(): boolean {
    return this.#at >= this.#source.length;
  }

  choice(depth: number): Node | undefined {
    if (depth > 30) return undefined;
    const branches: Node[] = [];
    do {
      const branch = this.#sequence(depth);
      if (branch === undefined) return undefined;
      branches.push(branch);
    } while (this.#take("|"));
    return branches.length === 1 ? branches[0] : { kind: "choice", branches };
  }

  #sequence(depth: number): Node | undefined {
    const nodes: Node[] = [];
    while (!this.isDone && !/[|)]/.test(this.#peek())) {
      const atom = this.#atom(depth);
      if (atom === undefined) return undefined;
      nodes.push(this.#repeated(atom));
    }
    return { kind: "sequence", nodes };
  }

  #atom(depth: number): Node | undefined {
    const character = this.#next();
    if (character === "^" || character === "$") return nothing;
    if (character === ".") return { kind: "text", choices: letters };
    if (character === "[") return this.#class();
    if (character === "\\") return this.#escape();
    if (character !== "(") return { kind: "text", choices: [character] };
    const look = /^\?(?:[=!]|<[=!])/.exec(this.#rest());
    const prefix = look ?? /^\?(?::|<[^>]*>)/.exec(this.#rest());
    this.#at += prefix?.[0].length ?? 0;
    const node = this.choice(depth + 1);
    if (!this.#take(")")) return undefined;
    return look === null ? node : nothing;
  }

  #escape(): Node | undefined {
    if (/^[bB]/.test(this.#rest())) {
      this.#at++;
      return nothing;
    }
    if (/^[1-9k]/.test(this.#rest())) return undefined;
    const choices = this.#escaped();
    return choices === undefined ? undefined : { kind: "text", choices };
  }

  #escaped(): readonly string[] | undefined {
    const code =
      /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]+)\})/.exec(
        this.#rest(),
      );
    if (code !== null) {
      this.#at += code[0].length;
      const point = parseInt(code[1] ?? code[2] ?? code[3] ?? "0", 16);
      return [String.fromCodePoint(point)];
    }
    const property = /^[pP]\{([^}]*)\}/.exec(this.#rest());
    if (property !== null) {
      this.#at += property[0].length;
      return property[1]?.startsWith("N") === true ? digits : letters;
    }
    const letter = this.#next();
    if (letter === "") return undefined;
    return Object.hasOwn(escapes, letter) ? escapes[letter] : [letter];
  }

  #class(): Node | undefined {
    const isNegated = this.#take("^");
    const members = new Set<string>();
    let isFirst = true;
    while (isFirst || this.#peek() !== "]") {
      if (this.isDone) return undefined;
      isFirst = false;
      if (this.#peek() === "]") break;
      const from = this.#classAtom();
      if (from === undefined) return undefined;
      if (this.#peek() === "-" && this.#source[this.#at + 1] !== "]") {
        this.#at++;
        const to = this.#classAtom();
        const first = from[0]?.codePointAt(0) ?? 0;
        const last = to?.[0]?.codePointAt(0) ?? first;
        for (let point = first; point <= last && point < first + 64; point++)
          members.add(String.fromCodePoint(point));
      } else {
        from.forEach((member) => members.add(member));
      }
    }
    this.#at++;
    if (!isNegated) return { kind: "text", choices: [...members] };
    const choices = [...letters, ...digits, "_", "-", " "].filter(
      (letter) => !members.has(letter),
    );
    return choices.length === 0 ? undefined : { kind: "text", choices };
  }

  #classAtom(): readonly string[] | undefined {
    return this.#take("\\") ? this.#escaped() : [this.#next()];
  }

  #repeated(node: Node): Node {
    const mark = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#rest());
    if (mark === null) return node;
    this.#at += mark[0].length;
    const [text, from, comma, to] = mark;
    if (text.startsWith("*"))
      return { kind: "repeat", node, min: 0, max: Infinity };
    if (text.startsWith("+"))
      return { kind: "repeat", node, min: 1, max: Infinity };
    if (text.startsWith("?")) return { kind: "repeat", node, min: 0, max: 1 };
    const min = Number(from);
    const max = comma === undefined ? min : to === "" ? Infinity : Number(to);
    return { kind: "repeat", node, min, max };
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #peek(): string {
    return this.#source[this.#at] ?? "";
  }

  #next(): string {
    const point = this.#source.codePointAt(this.#at);
    if (point === undefined) return "";
    const character = String.fromCodePoint(point);
    this.#at += character.length;
    return character;
  }

  #rest(): string {
    return this.#source.slice(this.#at, this.#at + 64);
  }
}
