import type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import type {
  DiagnosticCollector,
  SourceLocation,
} from "../diagnostics/collector.js";
import { shorten } from "../diagnostics/shown-text.js";
import type { JsonValue } from "../model/json.js";
import { pointerOf } from "./json-pointer.js";
import type { LineIndex } from "./line-index.js";
import { loadYaml } from "./load-yaml.js";
import { setMember } from "./parsed.js";
import { reportDepth, reportNumber } from "./report-value.js";
import { numberFault } from "./numbers.js";

/**
 * The data of a YAML tree as JSON has it: keys are strings (a plain `200` is the key "200"), aliases stand
 * for their anchor's value, merge keys give own members that do not replace written ones. What JSON cannot
 * say is reported; undefined where there is an error.
 */
export function composeValue(
  root: ParsedNode,
  file: string,
  lines: LineIndex,
  collector: DiagnosticCollector,
): JsonValue | undefined {
  const composer = new ValueComposer(file, lines, collector);
  const value = composer.compose(root);
  return composer.failed ? undefined : value;
}

interface Anchored {
  readonly value: JsonValue;
  readonly size: number;
}

type Members = Record<string, JsonValue>;

const jsonTags = new Set(
  ["str", "int", "float", "bool", "null", "map", "seq"].map(
    (name) => `tag:yaml.org,2002:${name}`,
  ),
).add("!");

class ValueComposer {
  failed = false;
  readonly #file: string;
  readonly #lines: LineIndex;
  readonly #collector: DiagnosticCollector;
  readonly #keys: string[] = [];
  /** The value of each anchor; undefined while it is being composed. */
  readonly #anchors = new Map<string, Anchored | undefined>();
  /** Values met so far, those behind aliases counted each time. */
  #size = 0;
  #expanded = 0;

  constructor(file: string, lines: LineIndex, collector: DiagnosticCollector) {
    this.#file = file;
    this.#lines = lines;
    this.#collector = collector;
  }

  compose(node: ParsedNode): JsonValue {
    const { isAlias, isMap, isScalar } = loadYaml();
    if (isAlias(node)) return this.#alias(node);
    if (node.tag !== undefined && !jsonTags.has(node.tag)) {
      const shown = node.tag.replace("tag:yaml.org,2002:", "!!");
      return this.#fail(
        "yaml-tag",
        node,
        `The tag ${JSON.stringify(shorten(shown, 80))} builds something that JSON does not have.`,
        "Remove the tag and write the value as plain data.",
      );
    }
    if (this.#keys.length > this.#collector.limits.nesting) {
      this.failed = true;
      reportDepth(this.#place(node), this.#collector);
      return null;
    }
    const before = this.#size;
    this.#size += 1;
    const { anchor } = node;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const value = isScalar(node)
      ? this.#scalar(node)
      : isMap(node)
        ? this.#map(node)
        : this.#list(node);
    if (anchor !== undefined) {
      this.#anchors.set(anchor, { value, size: this.#size - before });
    }
    return value;
  }

  #scalar(node: Scalar): JsonValue {
    const { value } = node;
    if (typeof value === "number") {
      const text = node.source ?? String(value);
      if (numberFault(text, value) !== undefined) {
        const isUsable = reportNumber(
          text,
          value,
          this.#place(node),
          this.#collector,
        );
        this.failed ||= !isUsable;
      }
      return value;
    }
    if (typeof value === "string") {
      this.#checkUnicode(value, node);
      return value;
    }
    return typeof value === "boolean" ? value : null;
  }

  /** Half surrogate pairs come from escapes alone, since the file itself is UTF-8. */
  #checkUnicode(text: string, node: Scalar): void {
    if (node.type !== "QUOTE_DOUBLE" || !/\p{Surrogate}/u.test(text)) return;
    this.#fail(
      "ill-formed-string",
      node,
      "The string holds half of a surrogate pair, which is no Unicode text.",
    );
  }

  #list(node: YAMLSeq): JsonValue {
    return node.items.map((item, index) =>
      this.#within(String(index), () => this.compose(item as ParsedNode)),
    );
  }

  #map(node: YAMLMap): JsonValue {
    const { isScalar } = loadYaml();
    const members: Members = {};
    const written = new Map<string, Scalar>();
    const merged: ParsedNode[] = [];
    for (const { key, value } of node.items as Pair<
      ParsedNode,
      ParsedNode | null
    >[]) {
      if (
        !isScalar(key) ||
        key.value === null ||
        (key.tag !== undefined && !jsonTags.has(key.tag))
      ) {
        this.#fail(
          "yaml-key",
          key ?? node,
          "A key must be a string.",
          "Write the key as plain or quoted text.",
        );
        continue;
      }
      const isPlain = key.type === "PLAIN";
      if (isPlain && key.source === "<<" && value !== null) {
        merged.push(value);
        continue;
      }
      const name = isPlain ? (key.source ?? "") : String(key.value);
      this.#checkUnicode(name, key);
      const first = written.get(name);
      if (first === undefined) written.set(name, key);
      else this.#duplicate(name, first, key);
      const member = this.#within(name, () =>
        value === null ? null : this.compose(value),
      );
      setMember(members, name, member);
    }
    return merged.length === 0 ? members : this.#merge(members, merged);
  }

  /** The members of `<<` come after the written ones and never replace them; the earlier map wins. */
  #merge(members: Members, merged: readonly ParsedNode[]): JsonValue {
    for (const node of merged) {
      const value = this.#within("<<", () => this.compose(node));
      for (const source of Array.isArray(value)
        ? (value as readonly JsonValue[])
        : [value]) {
        if (
          typeof source !== "object" ||
          source === null ||
          Array.isArray(source)
        ) {
          this.#fail(
            "yaml-merge",
            node,
            "A merge key (`<<`) takes a map or a list of maps.",
          );
          continue;
        }
        for (const [key, member] of Object.entries(source)) {
          if (!Object.hasOwn(members, key))
            setMember(members, key, member as JsonValue);
        }
      }
    }
    return members;
  }

  #alias(node: Alias.Parsed): JsonValue {
    const name = node.source;
    if (!this.#anchors.has(name)) {
      return this.#fail(
        "yaml-alias",
        node,
        `No anchor is called ${JSON.stringify(name)} above this alias.`,
      );
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      return this.#fail(
        "yaml-alias",
        node,
        `The alias ${JSON.stringify(name)} stands inside its own anchor; JSON has no cycles.`,
      );
    }
    this.#size += target.size;
    const { expansion } = this.#collector.limits;
    const wasWithin = this.#expanded <= expansion;
    this.#expanded += target.size;
    if (wasWithin && this.#expanded > expansion) {
      this.failed = true;
      this.#collector.addExceeded(
        "expansion",
        this.#place(node),
        `The aliases of this file stand for more than ${expansion} values.`,
        "Use $ref for what is shared.",
      );
    }
    return target.value;
  }

  #duplicate(name: string, first: Scalar, second: Scalar): void {
    const { line, column } = this.#lines.positionAt(first.range?.[0] ?? 0);
    this.#within(name, () =>
      this.#fail(
        "duplicate-key",
        second,
        `The key ${JSON.stringify(shorten(name, 80))} stands already at line ${line}, column ${column}.`,
        "Keep one of the two.",
      ),
    );
  }

  #within<T>(key: string, action: () => T): T {
    this.#keys.push(key);
    const result = action();
    this.#keys.pop();
    return result;
  }

  #place(node: {
    range?: readonly number[] | null | undefined;
  }): SourceLocation {
    return {
      file: this.#file,
      pointer: pointerOf(this.#keys),
      position: this.#lines.positionAt(node.range?.[0] ?? 0),
    };
  }

  #fail(
    code: DiagnosticCode,
    node: { range?: readonly number[] | null | undefined },
    message: string,
    fix?: string,
  ): JsonValue {
    this.failed = true;
    this.#collector.add(code, this.#place(node), message, fix);
    return null;
  }
}
