/** What a walk over JSON text meets, with offsets. */
export interface JsonEvents {
  duplicate(key: string, first: number, second: number): void;
  number(text: string, offset: number): void;
  /** A string, key or value, that is not well-formed Unicode. */
  illFormed(offset: number): void;
}

/** A fault of JSON's grammar at an offset. */
export class JsonSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Nesting beyond what is allowed. */
export class JsonDepthError extends JsonSyntaxError {}

/**
 * Walks over JSON text (RFC 8259) and tells of what it meets.
 * @param deepest how many levels of lists and objects are read
 * @throws JsonSyntaxError where the text is not JSON or nested too deeply
 */
export function scanJson(
  text: string,
  events: JsonEvents,
  deepest: number,
): void {
  new JsonScanner(text, events, deepest).document();
}

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const wordToken = /true|false|null/y;
const blanks = /[ \t\n\r]*/y;

class JsonScanner {
  readonly #text: string;
  readonly #events: JsonEvents;
  readonly #deepest: number;
  #offset = 0;
  #depth = 0;

  constructor(text: string, events: JsonEvents, deepest: number) {
    this.#deepest = deepest;
    this.#text = text;
    this.#events = events;
  }

  document(): void {
    this.#skipBlanks();
    this.#value();
    this.#skipBlanks();
    if (this.#offset < this.#text.length) {
      this.#fail("Something stands after the end of the document");
    }
  }

  #value(): void {
    const start = this.#offset;
    const first = this.#text[start];
    if (first === "{") {
      this.#nested(() => this.#object());
    } else if (first === "[") {
      this.#nested(() => this.#members("]", () => this.#value()));
    } else if (first === '"') {
      this.#string();
    } else if (first === undefined) {
      this.#fail("A value is missing at the end of the file");
    } else if (this.#match(numberToken)) {
      this.#events.number(this.#text.slice(start, this.#offset), start);
    } else if (!this.#match(wordToken)) {
      this.#fail(`No value of JSON begins with ${JSON.stringify(first)}`);
    }
  }

  #object(): void {
    const places = new Map<string, number>();
    this.#members("}", () => {
      const keyStart = this.#offset;
      if (this.#text[keyStart] !== '"')
        this.#fail("A key in double quotes is missing");
      const key = this.#string();
      this.#skipBlanks();
      if (this.#text[this.#offset] !== ":")
        this.#fail('":" is missing after the key');
      this.#offset += 1;
      this.#skipBlanks();
      const first = places.get(key);
      if (first !== undefined) this.#events.duplicate(key, first, keyStart);
      places.set(key, keyStart);
      this.#value();
    });
  }

  #members(end: "}" | "]", readMember: () => void): void {
    this.#offset += 1;
    this.#skipBlanks();
    if (this.#text[this.#offset] === end) {
      this.#offset += 1;
      return;
    }
    for (;;) {
      readMember();
      this.#skipBlanks();
      const next = this.#text[this.#offset];
      if (next === end) {
        this.#offset += 1;
        return;
      }
      if (next !== ",") this.#fail(`"," or "${end}" is missing`);
      this.#offset += 1;
      this.#skipBlanks();
    }
  }

  #string(): string {
    const start = this.#offset;
    let end = start + 1;
    let hasEscape = false;
    for (;;) {
      const unit = this.#text.charCodeAt(end);
      if (unit === 0x22) break;
      if (unit === 0x5c) {
        hasEscape = true;
        this.#offset = end;
        if (!this.#match(escape)) this.#fail("No escape of JSON begins here");
        end = this.#offset;
      } else if (unit >= 0x20) {
        end += 1;
      } else {
        this.#offset = end;
        this.#fail(
          Number.isNaN(unit)
            ? "A string has no end"
            : "A string holds a raw control character",
        );
      }
    }
    this.#offset = end + 1;
    const raw = this.#text.slice(start, end + 1);
    if (!hasEscape) return raw.slice(1, -1);
    const value = JSON.parse(raw) as string;
    if (/\p{Surrogate}/u.test(value)) this.#events.illFormed(start);
    return value;
  }

  #nested(read: () => void): void {
    this.#depth += 1;
    if (this.#depth > this.#deepest) {
      throw new JsonDepthError("nested too deeply", this.#offset);
    }
    read();
    this.#depth -= 1;
  }

  #match(token: RegExp): boolean {
    token.lastIndex = this.#offset;
    if (!token.test(this.#text)) return false;
    this.#offset = token.lastIndex;
    return true;
  }

  #skipBlanks(): void {
    this.#match(blanks);
  }

  #fail(message: string): never {
    throw new JsonSyntaxError(`${message}.`, this.#offset);
  }
}
