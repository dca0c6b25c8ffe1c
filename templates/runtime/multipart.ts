import { hasOwn } from "./data.js";
import {
  entriesOf,
  isPresent,
  isRecord,
  joined,
  jsonText,
  nestedEntries,
  recordOf,
  textOf,
} from "./text.js";

/** One part of a multipart body. */
interface Part {
  /** Absent where the body is a list (`multipart/mixed`). */
  readonly name?: string;
  readonly filename?: string;
  readonly contentType?: string;
  /** Further headers of the part. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Blob | string;
}

/** Writes one property of a multipart body. */
export type PartWriter = (name: string, value: unknown) => Part[];

/**
 * A multipart body (RFC 7578), as a `Blob` whose `type` has the boundary; files in it are not read. A file, a
 * primitive as text, an object as JSON; a list is one part an item; what is null or undefined is left out.
 * Nothing is percent-encoded.
 * @param writers how the properties are written that have an Encoding Object of their own
 */
export function multipartBody(
  mediaType: string,
  body: unknown,
  writers: Readonly<Record<string, PartWriter>> = {},
): Blob {
  const parts = Object.entries(recordOf(body)).flatMap(([name, value]) =>
    ((hasOwn(writers, name) && writers[name]) || part)(name, value),
  );
  return joinParts(mediaType, parts);
}

/** A multipart body that is a list (`multipart/mixed`): its parts have no names. */
export function multipartList(
  mediaType: string,
  items: unknown,
  writers: readonly PartWriter[] = [],
  rest: PartWriter = part,
): Blob {
  if (!Array.isArray(items)) throw new TypeError("the body is not a list");
  const parts = items.flatMap((item: unknown, index) =>
    (writers[index] ?? rest)(`item ${index}`, item),
  );
  return joinParts(
    mediaType,
    parts.map(({ name: _name, ...unnamed }) => unnamed),
  );
}

/** A property by its value: a file as it is, an object as JSON, else text. */
export function part(name: string, value: unknown): Part[] {
  return partAs()(name, value);
}

/**
 * A property by the content type of its Encoding Object, which may be a list or a range: a file's own type comes
 * before such a one.
 */
export function partAs(
  contentType = "",
  headers?: Readonly<Record<string, string>>,
): PartWriter {
  const exact = /[,*]/.test(contentType) ? "" : contentType;
  const isJson = /^[^,;]*[/+]json\b/i.test(contentType);
  return (name, value) =>
    (Array.isArray(value) ? value : [value])
      .filter(isPresent)
      .map((item): Part => {
        const common = headers === undefined ? { name } : { name, headers };
        if (item instanceof Blob || item instanceof Uint8Array) {
          const { name: filename = "blob", type = "" } = item as File;
          const fileType =
            exact || printable(type) || "application/octet-stream";
          return {
            ...common,
            filename,
            contentType: fileType,
            body: item as Blob,
          };
        }
        if (isJson || isRecord(item) || Array.isArray(item)) {
          return {
            ...common,
            contentType: exact || "application/json",
            body: jsonText(name, item),
          };
        }
        const text = { ...common, body: textOf(name, item) };
        return exact === "" ? text : { ...text, contentType: exact };
      });
}

/** A property that is a text of a content type, as it is; a list is one part an item. */
export function partText(
  contentType: string,
  headers?: Readonly<Record<string, string>>,
): PartWriter {
  return (name, value) =>
    (Array.isArray(value) ? value : [value]).filter(isPresent).map((item) => ({
      name,
      contentType,
      ...(headers && { headers }),
      body: textOf(name, item),
    }));
}

/** A property that is a multipart body itself; a list is one such part an item. */
export function partOf(
  make: (value: unknown) => Blob,
  headers: Readonly<Record<string, string>> = {},
): PartWriter {
  return (name, value) =>
    (Array.isArray(value) ? value : [value]).filter(isPresent).map((item) => {
      const body = make(item);
      return { name, contentType: body.type, headers, body };
    });
}

/** Style `form`, exploded: one part a value, named by its key where the property is an object. */
export const partForm: PartWriter = (name, value) =>
  entriesOf(name, value).map(([key = name, body]) => ({ name: key, body }));

/** Styles `form`, `spaceDelimited` and `pipeDelimited`, not exploded: one part, the values delimited. */
export function partList(delimiter: string): PartWriter {
  return (name, value) => {
    const body = joined(name, value, delimiter, delimiter, String);
    return body === undefined ? [] : [{ name, body }];
  };
}

/** Style `deepObject`: one part a member, named `name[key]`. */
export const partDeepObject: PartWriter = (name, value) =>
  entriesOf(name, value).map(([key = "", body]) => ({
    name: `${name}[${key}]`,
    body,
  }));

/**
 * `deepObject` for values within values: one part a primitive value, named `name[key][0]`.
 * @param item what stands for the index of an item of a list: `[]` as Rack reads it, or nothing
 */
export function partNested(item?: string): PartWriter {
  return (name, value) =>
    nestedEntries(name, value, item).map(([key, body]) => ({
      name: key,
      body,
    }));
}

function joinParts(mediaType: string, parts: readonly Part[]): Blob {
  const random = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const boundary = `specwright-${random}`;
  const pieces = parts.flatMap((item) => [
    `--${boundary}\r\n${partHead(item)}\r\n`,
    item.body,
    "\r\n",
  ]);
  return new Blob([...pieces, `--${boundary}--\r\n`], {
    type: `${mediaType}; boundary=${boundary}`,
  });
}

function partHead({ name, filename, contentType, headers = {} }: Part): string {
  const lines: string[] = [];
  if (name !== undefined) {
    const file =
      filename === undefined ? "" : `; filename="${quoted(filename)}"`;
    lines.push(
      `Content-Disposition: form-data; name="${quoted(textOf(name, name).replace(/\r\n?|\n/g, "\r\n"))}"${file}`,
    );
  }
  if (contentType !== undefined) lines.push(`Content-Type: ${contentType}`);
  for (const [key, value] of Object.entries(headers))
    lines.push(`${key}: ${value}`);
  return lines.map((line) => `${line}\r\n`).join("");
}

/** A file's own type, unless it has what no header can carry. */
function printable(type: string): string {
  return /^[\x20-\x7e]*$/.test(type) ? type : "";
}

/** HTML, "Constructing multipart/form-data": only what would end the quotes or the line is escaped. */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}
