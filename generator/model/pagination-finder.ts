import type { PaginationSetting } from "../config/pagination.js";
import { didYouMean } from "../diagnostics/suggest.js";
import type { Api, Operation, Parameter, Response } from "./api.js";
import { bodiesOf, pathText, schemasIn } from "./response-values.js";
import type { Schema } from "./schema.js";
import { schemasAt, typesAt } from "./schemas-at.js";
import { pointerKeys, pointerToken } from "./source.js";
import { resolvedKeywords, valueStructure } from "./value-structure.js";

/** How the pages of an operation follow each other, checked against what it describes. */
export interface Pagination {
  readonly setting: PaginationSetting;
  /** Where the list is in an answer: `["body", "data"]`. */
  readonly items: readonly string[];
  /** The schemas of an item, one for each described success. */
  readonly itemSchemas: readonly Schema[];
  /** Where the value is in the input: `["query", "cursor"]`. */
  readonly parameter?: readonly string[];
  /** The number of the first page. */
  readonly start?: number;
  /** Where the further values are in an answer; `last` in an item. */
  readonly places: Readonly<Record<string, readonly string[]>>;
}

type Definitions = Pick<Api, "definitions">;

/** A pagination that does not fit its operation: the field of the setting, the reason and a fix. */
export class PaginationMisfit extends Error {
  readonly field: string | undefined;
  readonly fix: string | undefined;
  constructor(field: string | undefined, message: string, fix?: string) {
    super(message);
    this.field = field;
    this.fix = fix;
  }
}

/** What a value has to be. */
type Wanted = "string" | "integer" | "boolean" | "cursor";

/** Checks the setting of a pagination against the parameters and responses of its operation. */
export class PaginationFinder {
  readonly #operation: Operation;
  readonly #setting: PaginationSetting;
  readonly #api: Definitions;
  readonly #successes: readonly Response[];

  constructor(
    operation: Operation,
    setting: PaginationSetting,
    api: Definitions,
  ) {
    this.#operation = operation;
    this.#setting = setting;
    this.#api = api;
    const { responses } = operation;
    const described = responses.filter(({ status }) => status.startsWith("2"));
    this.#successes = (
      described.length > 0
        ? described
        : responses.filter(({ status }) => status === "default")
    ).filter(({ contents }) => contents.some(({ codec }) => codec === "json"));
  }

  /** @throws PaginationMisfit if a field names nothing that is described, or a value of another type */
  find(): Pagination {
    const setting = this.#setting;
    if (this.#successes.length === 0)
      throw new PaginationMisfit(
        undefined,
        "no success with a body of JSON is described.",
      );
    const items = this.#place("items", setting.items ?? "");
    const itemSchemas = this.#itemSchemas(items);
    const places: Record<string, readonly string[]> = {};
    const add = (
      field: string,
      text: string | undefined,
      wanted: Wanted,
    ): void => {
      if (text === undefined) return;
      const place = this.#place(field, text);
      this.#expect(field, text, this.#schemasIn(place), wanted);
      places[field] = place;
    };
    add("more", setting.more, "boolean");
    let parameter: Parameter | BodyMember | undefined;
    if ("parameter" in setting) {
      const wanted = setting.kind === "cursor" ? "cursor" : "integer";
      parameter = this.#parameter(setting.parameter, wanted);
    }
    if (setting.kind === "offset") add("total", setting.total, "integer");
    if (setting.kind === "page") add("pages", setting.pages, "integer");
    if (setting.kind === "url") add("next", setting.next, "string");
    if (setting.kind === "cursor") {
      if ("next" in setting) add("next", setting.next, "cursor");
      else places["last"] = this.#lastPath(setting.last, itemSchemas);
    }
    const start =
      setting.kind === "page"
        ? this.#start(setting.start, parameter)
        : undefined;
    return {
      ...{ setting, items, itemSchemas, places },
      ...(parameter === undefined ? {} : { parameter: pathOf(parameter) }),
      ...(start === undefined ? {} : { start }),
    };
  }

  /** A pointer into the body, or a runtime expression, as a path into an answer. */
  #place(field: string, text: string): readonly string[] {
    const [, header] = /^\$response\.header\.(.+)$/u.exec(text) ?? [];
    if (header !== undefined)
      return ["headers", this.#headerName(field, header)];
    const pointer = text.replace(/^\$response\.body#?/u, "");
    if (pointer !== "" && !pointer.startsWith("/"))
      throw new PaginationMisfit(
        field,
        `"${text}" is no JSON Pointer.`,
        `Write "/${text}", or an expression such as "$response.header.X-Next".`,
      );
    return ["body", ...pointerKeys(pointer)];
  }

  /** The name as the successes describe it. */
  #headerName(field: string, wanted: string): string {
    const names = new Set<string>();
    for (const { headers, status } of this.#successes) {
      const found = headers.find(
        ({ name }) => name.toLowerCase() === wanted.toLowerCase(),
      );
      if (found === undefined)
        throw new PaginationMisfit(
          field,
          `the response ${status} has no header "${wanted}".`,
          didYouMean(
            wanted,
            headers.map(({ name }) => name),
          ) ?? "Describe the header.",
        );
      names.add(found.name);
    }
    const [name = wanted, other] = names;
    if (other === undefined) return name;
    throw new PaginationMisfit(
      field,
      `the responses spell the header "${name}" and "${other}".`,
      "Spell it alike in all responses.",
    );
  }

  #itemSchemas(place: readonly string[]): readonly Schema[] {
    const text = pathText(place);
    return this.#successes.flatMap((response) => {
      const lists = schemasIn(place, response, this.#api);
      this.#describe("items", text, response, lists);
      return lists.map((list) => {
        if (valueStructure(list, this.#api) !== "list")
          throw new PaginationMisfit(
            "items",
            `"${text}" leads to no list in the response ${response.status}.`,
            this.#listHint(response),
          );
        const keyword = resolvedKeywords(list, this.#api).find(
          ({ kind }) => kind === "items",
        );
        const item =
          keyword?.kind === "items"
            ? (keyword.rest ?? keyword.prefix[0])
            : undefined;
        return item ?? { kind: "any", pointer: list.pointer, annotations: {} };
      });
    });
  }

  /** Names the lists that a body has at its top. */
  #listHint(response: Response): string {
    const lists = bodiesOf(response).flatMap((body) => [
      ...(valueStructure(body, this.#api) === "list" ? ['""'] : []),
      ...resolvedKeywords(body, this.#api).flatMap((keyword) =>
        keyword.kind !== "properties"
          ? []
          : keyword.named
              .filter(
                ({ schema }) => valueStructure(schema, this.#api) === "list",
              )
              .map(({ name }) => `"/${pointerToken(name)}"`),
      ),
    ]);
    return lists.length === 0
      ? "Name a place at which a list is described."
      : `Did you mean ${[...new Set(lists)].join(" or ")}?`;
  }

  #schemasIn(place: readonly string[]): [Response, Schema[]][] {
    return this.#successes.map((response) => [
      response,
      schemasIn(place, response, this.#api),
    ]);
  }

  #expect(
    field: string,
    text: string,
    found: readonly [Response, Schema[]][],
    wanted: Wanted,
  ): void {
    for (const [response, schemas] of found) {
      this.#describe(field, text, response, schemas);
      for (const schema of schemas)
        this.#fit(field, `"${text}"`, schema, wanted);
    }
  }

  #describe(
    field: string,
    text: string,
    { status }: Response,
    schemas: readonly Schema[],
  ): void {
    if (schemas.length > 0) return;
    throw new PaginationMisfit(
      field,
      `"${text}" leads to nothing that the response ${status} describes.`,
      field === "items" && this.#successes[0] !== undefined
        ? this.#listHint(this.#successes[0])
        : "Describe it in the schema, or name another place.",
    );
  }

  #fit(field: string, what: string, schema: Schema, wanted: Wanted): void {
    const types = typesAt(schema, this.#api);
    const fitting = typesOf[wanted];
    if (types.length === 0 || types.some((one) => fitting.includes(one)))
      return;
    throw new PaginationMisfit(
      field,
      `${what} is described as ${types.join(" or ")}, not as ${fitting.join(" or ")}.`,
      "Name another place, or correct its schema.",
    );
  }

  #lastPath(text: string, items: readonly Schema[]): readonly string[] {
    if (!text.startsWith("/"))
      throw new PaginationMisfit(
        "last",
        `"${text}" is no JSON Pointer into an item.`,
        `Write "/${text}".`,
      );
    const path = pointerKeys(text);
    for (const item of items) {
      const found = schemasAt(item, path, this.#api);
      if (found.length === 0)
        throw new PaginationMisfit(
          "last",
          `"${text}" leads to nothing that an item describes.`,
          "Name a member of the items.",
        );
      for (const schema of found)
        this.#fit("last", `"${text}"`, schema, "cursor");
    }
    return path;
  }

  /** The name of a query parameter, or a runtime expression. */
  #parameter(text: string, wanted: Wanted): Parameter | BodyMember {
    const [, pointer] = /^\$request\.body#(.*)$/u.exec(text) ?? [];
    if (pointer !== undefined) return this.#bodyMember(text, pointer, wanted);
    const [, location = "query", name = text] =
      /^\$request\.(query|header|path)\.(.+)$/u.exec(text) ?? [];
    const group = this.#operation.parameters.filter(
      (one) => one.in === location,
    );
    const found = group.find((one) =>
      location === "header"
        ? one.name.toLowerCase() === name.toLowerCase()
        : one.name === name,
    );
    if (found === undefined)
      throw new PaginationMisfit(
        "parameter",
        `there is no ${location} parameter "${name}".`,
        didYouMean(
          name,
          group.map((one) => one.name),
        ) ?? "Describe the parameter, or name another one.",
      );
    this.#fit("parameter", `the parameter "${name}"`, found.schema, wanted);
    return found;
  }

  #bodyMember(text: string, pointer: string, wanted: Wanted): BodyMember {
    const keys = pointerKeys(pointer);
    const [content] = this.#operation.body?.contents ?? [];
    const found =
      content?.schema === undefined
        ? []
        : schemasAt(content.schema, keys, this.#api);
    if (found.length === 0)
      throw new PaginationMisfit(
        "parameter",
        `"${text}" leads to nothing that the request body describes.`,
        "Describe it in the schema, or name another place.",
      );
    for (const schema of found)
      this.#fit("parameter", `"${text}"`, schema, wanted);
    return { keys, schemas: found };
  }

  /** The number of the first page: as said, else the default of the parameter, else 1. */
  #start(
    said: number | undefined,
    parameter: Parameter | BodyMember | undefined,
  ): number {
    const schemas =
      parameter === undefined
        ? []
        : "keys" in parameter
          ? parameter.schemas
          : [parameter.schema];
    const [preset] = schemas.flatMap(({ annotations }) => annotations.default);
    return said ?? (Number.isSafeInteger(preset) ? Number(preset) : 1);
  }
}

/** A value in the request body. */
interface BodyMember {
  readonly keys: readonly string[];
  readonly schemas: readonly Schema[];
}

function pathOf(place: Parameter | BodyMember): readonly string[] {
  return "keys" in place ? ["body", ...place.keys] : [place.in, place.name];
}

const typesOf: Readonly<Record<Wanted, readonly string[]>> = {
  boolean: ["boolean"],
  cursor: ["string", "integer", "number"],
  integer: ["integer", "number"],
  string: ["string"],
};
