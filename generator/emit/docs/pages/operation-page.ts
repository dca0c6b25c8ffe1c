import type { SpecifierOf } from "../../package-identity.js";
import type {
  Api,
  Header,
  Operation,
  Parameter,
  ParameterLocation,
  Response,
} from "../../../model/api.js";
import type { BodyBranch } from "../../../model/body-branches.js";
import type { Names, OperationNames } from "../../../names/names.js";
import type {
  DescribeContext,
  DescribeContexts,
} from "../describe/describe-context.js";
import { OutlineBuilder } from "../describe/outline-builder.js";
import { adviceWords, fieldOf } from "../describe/field-of.js";
import type { Field, Mark, Outline } from "../describe/outline.js";
import { Anchors, Segments } from "../text/anchors.js";
import {
  code,
  enumerate,
  link,
  say,
  type Target,
  type Words,
} from "../text/words.js";
import { authenticationBlocks } from "./authentication-blocks.js";
import { exampleBlocks } from "./example-samples.js";
import {
  kicker,
  operationPagePath,
  operationTitle,
  serializationFacts,
  serverWords,
  shownBranches,
  statusTitle,
  typesOf,
  valueText,
} from "./operation-words.js";
import type { Block, Entry, Page, Part, Section } from "./page.js";
import { requestSamples } from "./request-samples.js";

/** Where the code of an operation is. */
interface OperationModule {
  /** Path of the file that has its types. */
  readonly path: string;
  readonly specifierOf: SpecifierOf;
}

/** Makes the page of one operation. */
export class OperationPage {
  readonly #operation: Operation;
  readonly #names: OperationNames;
  readonly #allNames: Names;
  readonly #api: Api;
  readonly #module: OperationModule | undefined;
  readonly #callbackEntries: readonly Entry[];
  readonly #anchors = new Anchors();
  readonly #request: DescribeContext;
  readonly #requestOutlines: OutlineBuilder;
  readonly #response: DescribeContext;
  readonly #responseOutlines: OutlineBuilder;

  /** @param module undefined if the output has no operations */
  constructor(
    operation: Operation,
    names: OperationNames,
    module: OperationModule | undefined,
    contexts: DescribeContexts,
    callbacks: readonly Entry[],
  ) {
    this.#operation = operation;
    this.#names = names;
    this.#allNames = contexts.written.names;
    this.#api = contexts.written.api;
    this.#module = module;
    this.#callbackEntries = callbacks;
    const source: Target | undefined = module && {
      kind: "file",
      path: module.path,
    };
    // What the user receives is what a client would get, and the other way round.
    const isReceived = operation.kind !== "path";
    this.#request = contexts[isReceived ? "response" : "request"];
    this.#response = contexts[isReceived ? "request" : "response"];
    this.#requestOutlines = new OutlineBuilder(this.#request, source, false);
    this.#responseOutlines = new OutlineBuilder(this.#response, source, false);
  }

  make(): Page {
    const operation = this.#operation;
    const sections = [
      this.#authentication(),
      this.#servers(),
      ...parameterSections.map(([place, id, title]) =>
        this.#parameters(place, id, title),
      ),
      this.#body(),
      this.#responses(),
      this.#callbacks(),
    ].filter((section) => section !== undefined);
    return {
      path: operationPagePath(this.#names),
      title: operationTitle(operation, this.#names),
      kicker: kicker(operation),
      blocks: this.#introduction(),
      aside:
        operation.kind === "path"
          ? requestSamples(
              operation,
              this.#names,
              this.#request,
              this.#module?.specifierOf,
              this.#anchors,
            )
          : [],
      sections,
    };
  }

  #introduction(): readonly Block[] {
    const operation = this.#operation;
    const blocks: Block[] = [
      { kind: "endpoint", method: operation.method, path: operation.path },
    ];
    if (operation.deprecated) {
      const items = [
        say`This operation is deprecated: new code should not use it.`,
      ];
      blocks.push({
        kind: "callout",
        tone: "warning",
        title: "Deprecated",
        items,
      });
    }
    if (operation.description !== undefined)
      blocks.push({ kind: "prose", text: operation.description });
    const { callback, externalDocs } = operation;
    const owner =
      callback === undefined
        ? undefined
        : this.#allNames.operations.get(callback.operation);
    if (callback !== undefined && owner !== undefined) {
      const target = { kind: "page", page: operationPagePath(owner) } as const;
      const words = say`A callback (${code(callback.name)}) of ${link(owner.id, target)}: the API sends this request to an address that the caller gave.`;
      blocks.push({ kind: "paragraph", words });
    }
    if (externalDocs !== undefined) {
      const text = externalDocs.description ?? externalDocs.url;
      const target = { kind: "web", url: externalDocs.url } as const;
      blocks.push({
        kind: "paragraph",
        words: say`See also: ${link(text, target)}`,
      });
    }
    return blocks;
  }

  #authentication(): Section | undefined {
    if (this.#operation.kind !== "path") return undefined;
    const blocks = authenticationBlocks(this.#operation, this.#api);
    return this.#section("authentication", "Authentication", blocks);
  }

  #servers(): Section | undefined {
    const { servers, kind } = this.#operation;
    if (kind !== "path" || servers.length === 0) return undefined;
    const title = servers.length > 1 ? "Servers" : "Server";
    const items = servers.flatMap(serverWords);
    return this.#section("servers", title, [{ kind: "list", items }]);
  }

  #parameters(
    place: ParameterLocation,
    id: string,
    title: string,
  ): Section | undefined {
    const parameters = this.#operation.parameters.filter(
      (parameter) => parameter.in === place,
    );
    if (parameters.length === 0) return undefined;
    const outline = this.#parametersOutline(parameters, this.#requestOutlines);
    const block = { kind: "outline", outline, id: place } as const;
    return this.#section(id, title, [block]);
  }

  #parametersOutline(
    parameters: readonly (Parameter | Header)[],
    outlines: OutlineBuilder,
  ): Outline {
    const segments = new Segments();
    const fields = parameters.map((parameter) =>
      this.#parameterField(parameter, segments, outlines),
    );
    return { type: [], facts: [], rules: [], fields, variants: [] };
  }

  #parameterField(
    parameter: Parameter | Header,
    segments: Segments,
    outlines: OutlineBuilder,
  ): Field {
    const { name, schema, description } = parameter;
    const outline = outlines.build(schema, [code(name)]);
    const ignoredWith = "ignoredWith" in parameter ? parameter.ignoredWith : [];
    const marks: Mark[] = [];
    if (parameter.required) marks.push("required");
    if (parameter.deprecated) marks.push("deprecated");
    const example = parameter.examples.find(({ value }) => value !== undefined);
    const facts = [...outline.facts, ...serializationFacts(parameter)];
    if (example?.value !== undefined)
      facts.push({ label: "Example", words: [code(valueText(example.value))] });
    return fieldOf(outline, {
      facts,
      segment: segments.claim(name),
      name,
      isPattern: false,
      marks,
      description: description ?? schema.annotations.description,
      advice: adviceWords(ignoredWith ?? []),
    });
  }

  #body(): Section | undefined {
    const { body } = this.#operation;
    if (body === undefined) return undefined;
    const blocks: Block[] = [];
    const types = body.contents.map(({ mediaType }) => [code(mediaType)]);
    const need = body.required ? "Required" : "Optional";
    blocks.push({
      kind: "paragraph",
      words: say`${need}, sent as ${enumerate(types, "or")}.`,
    });
    if (body.description !== undefined)
      blocks.push({ kind: "prose", text: body.description });
    const [first, ...others] = shownBranches(body);
    if (first !== undefined)
      blocks.push(
        ...this.#content(
          first,
          "body",
          this.#requestOutlines,
          others.length > 0,
          say`the request body`,
        ),
      );
    const parts = others.map((branch): Part => {
      const [media] = branch;
      const path = ["content", media.mediaType];
      const id = this.#anchors.claim(path);
      return {
        id,
        title: say`As ${typesOf(branch)}`,
        blocks: this.#content(
          branch,
          id,
          this.#requestOutlines,
          false,
          say`the request body`,
        ),
        aside: exampleBlocks(media, "request", this.#api, this.#anchors, path),
      };
    });
    return { ...this.#section("request-body", "Request body", blocks), parts };
  }

  #content(
    branch: BodyBranch,
    id: string,
    outlines: OutlineBuilder,
    isNamed: boolean,
    title: Words,
  ): readonly Block[] {
    const blocks: Block[] = [];
    const [media] = branch;
    const schema = media.schema ?? media.itemSchema;
    if (schema === undefined) {
      if (isNamed) blocks.push({ kind: "label", words: typesOf(branch) });
      return blocks;
    }
    const outline = outlines.build(schema, title);
    const each = media.schema === undefined ? "each item: " : "";
    blocks.push({
      kind: "label",
      words: say`${typesOf(branch)} ${each}${outline.type}`,
    });
    if (
      schema.annotations.description !== undefined &&
      outline.rules.length === 0
    )
      blocks.push({ kind: "prose", text: schema.annotations.description });
    blocks.push({ kind: "outline", outline, id });
    for (const encoding of media.encodings) {
      if (encoding.contentType === undefined) continue;
      const words = say`${code(encoding.property)} is sent as ${code(encoding.contentType)}.`;
      blocks.push({ kind: "paragraph", words });
    }
    return blocks;
  }

  #responses(): Section | undefined {
    const parts = this.#operation.responses.map((response) =>
      this.#responsePart(response),
    );
    return { ...this.#section("responses", "Responses", []), parts };
  }

  #responsePart(response: Response): Part {
    const path = ["response", response.status];
    const id = this.#anchors.claim(path);
    const blocks: Block[] = [];
    if (response.description.trim() !== "")
      blocks.push({ kind: "prose", text: response.description });
    if (response.headers.length > 0) {
      const outline = this.#parametersOutline(
        response.headers,
        this.#responseOutlines,
      );
      blocks.push({ kind: "label", words: say`Headers` });
      blocks.push({ kind: "outline", outline, id: `headers-${id}` });
    }
    const target = {
      kind: "page",
      page: operationPagePath(this.#names),
      anchor: id,
    } as const;
    const title = [link(response.status, target)];
    const aside: Block[] = [];
    response.contents.forEach((media, index) => {
      const inner = index === 0 ? path : ["content", ...path, media.mediaType];
      const innerId = index === 0 ? id : this.#anchors.claim(inner);
      blocks.push(
        ...this.#content([media], innerId, this.#responseOutlines, true, title),
      );
      aside.push(
        ...exampleBlocks(
          media,
          this.#response.view === "request" ? "request" : "response",
          this.#api,
          this.#anchors,
          inner,
        ),
      );
    });
    if (response.contents.length === 0)
      blocks.push({ kind: "paragraph", words: say`No body.` });
    return {
      id,
      title: say`${statusTitle(response.status)}`,
      status: response.status,
      blocks,
      aside,
    };
  }

  #callbacks(): Section | undefined {
    const entries = this.#callbackEntries;
    if (entries.length === 0) return undefined;
    return this.#section("callbacks", "Callbacks", [
      {
        kind: "paragraph",
        words: say`Requests that the API sends while or after it carries this one out:`,
      },
      { kind: "directory", entries },
    ]);
  }

  #section(id: string, title: string, blocks: readonly Block[]): Section {
    return {
      id: this.#anchors.claim(["section", id]),
      title,
      blocks,
      parts: [],
    };
  }
}

const parameterSections = [
  ["path", "path-parameters", "Path parameters"],
  ["query", "query-parameters", "Query parameters"],
  ["querystring", "query-string", "Query string"],
  ["header", "header-parameters", "Headers"],
  ["cookie", "cookie-parameters", "Cookies"],
] as const;
