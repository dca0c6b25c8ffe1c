import type { SpecifierOf } from "../../package-identity.js";
import type {
  Api,
  Operation,
  ParameterLocation,
  Response,
} from "../../../model/api.js";
import type { Names, OperationNames } from "../../../names/names.js";
import type {
  DescribeContext,
  DescribeContexts,
} from "../describe/describe-context.js";
import { OutlineBuilder } from "../describe/outline-builder.js";
import { Anchors } from "../text/anchors.js";
import { firstSentence } from "../text/first-sentence.js";
import { code, link, say, wordsText, type Target } from "../text/words.js";
import { bodyWords, contentBlocks } from "./content-blocks.js";
import { parametersOutline } from "./parameters-outline.js";
import { operationFacts } from "./operation-facts.js";
import { exampleSamples } from "./example-samples.js";
import {
  kicker,
  operationPagePath,
  operationTitle,
  saysMore,
  serverWords,
  shownBranches,
  statusTitle,
  typesOf,
} from "./operation-words.js";
import {
  isError,
  responseGroups,
  type ResponseGroup,
} from "./response-groups.js";
import type {
  Block,
  Entry,
  Page,
  Part,
  SampleGroup,
  Samples,
  Section,
  StatusRow,
} from "./page.js";
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
  /** Examples of bodies that no request sample shows. */
  readonly #bodySamples: Samples[] = [];
  readonly #responseSamples: Samples[] = [];
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
      summary: firstSentence(operation.description ?? operation.summary ?? ""),
      blocks: this.#introduction(),
      aside: this.#aside(),
      sections,
    };
  }

  /** Request samples, and the examples of responses. */
  #aside(): readonly SampleGroup[] {
    const operation = this.#operation;
    const request =
      operation.kind === "path"
        ? requestSamples(
            operation,
            this.#names,
            this.#request,
            this.#module?.specifierOf,
            this.#anchors,
          )
        : [];
    const groups: readonly SampleGroup[] = [
      { kind: "request", samples: [...request, ...this.#bodySamples] },
      { kind: "response", samples: this.#responseSamples },
    ];
    return groups.filter(({ samples }) => samples.length > 0);
  }

  #introduction(): readonly Block[] {
    const operation = this.#operation;
    const blocks: Block[] = [
      { kind: "endpoint", method: operation.method, path: operation.path },
    ];
    const facts = operationFacts(operation, this.#api);
    if (facts.length > 0) blocks.push({ kind: "facts", facts });
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

  /** The servers, if they are not those of the API, which the index describes. */
  #servers(): Section | undefined {
    const { servers, kind } = this.#operation;
    if (kind !== "path" || servers === this.#api.servers) return undefined;
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
    const outline = parametersOutline(parameters, this.#requestOutlines);
    const block = { kind: "outline", outline, id: place } as const;
    return this.#section(id, title, [block]);
  }

  #body(): Section | undefined {
    const { body } = this.#operation;
    if (body === undefined) return undefined;
    const blocks: Block[] = [];
    if (body.description !== undefined)
      blocks.push({ kind: "prose", text: body.description });
    const [first, ...others] = shownBranches(body);
    if (first !== undefined)
      blocks.push(
        ...contentBlocks(
          first,
          "body",
          this.#requestOutlines,
          "outline",
          others.length > 0,
          say`the request body`,
        ),
      );
    const parts = others.map((branch): Part => {
      const [media] = branch;
      const path = ["content", media.mediaType];
      const id = this.#anchors.claim(path);
      this.#bodySamples.push(
        ...exampleSamples(media, this.#request, this.#anchors, path),
      );
      return {
        id,
        title: say`As ${typesOf(branch)}`,
        blocks: contentBlocks(
          branch,
          id,
          this.#requestOutlines,
          "outline",
          false,
          say`the request body`,
        ),
      };
    });
    return { ...this.#section("request-body", "Request body", blocks), parts };
  }

  #responses(): Section {
    const groups = responseGroups(
      this.#operation.responses,
      this.#response.equal,
    );
    const parts = groups.map((group) => this.#responsePart(group));
    return { ...this.#section("responses", "Responses", []), parts };
  }

  #responsePart(group: ResponseGroup): Part {
    const [first, ...others] = group;
    if (others.length > 0) return this.#errorsPart(group);
    const row = this.#statusRow(first);
    const { id, title, text } = row;
    const blocks: Block[] = [];
    if (text !== "") blocks.push({ kind: "prose", text });
    blocks.push(...this.#headers(first, row, false));
    this.#addExamples(first);
    blocks.push(...this.#responseBody(first, id));
    const fold = /^2/.test(first.status) ? "open" : "closed";
    return { id, title: say`${title}`, fold, blocks };
  }

  /** Several errors, a line each. */
  #errorsPart(group: ResponseGroup): Part {
    const [first] = group;
    const id = this.#anchors.claim(["responses", "errors"]);
    const bodies = group.map((response) => bodyWords(response, this.#response));
    const isShared = new Set(bodies.map(wordsText)).size === 1;
    const rows = group.map((response, index) => {
      const row = this.#statusRow(response);
      return isShared ? row : { ...row, body: bodies[index] ?? [] };
    });
    const blocks: Block[] = [{ kind: "statuses", rows }];
    if (isShared) blocks.push(...this.#responseBody(first, id));
    group.forEach((response, index) => {
      const row = rows[index] as StatusRow;
      blocks.push(...this.#headers(response, row, true));
      this.#addExamples(response);
    });
    return { id, title: say`Errors`, fold: "closed", blocks };
  }

  #statusRow({ status, description }: Response): StatusRow {
    const title = statusTitle(status);
    return {
      id: this.#anchors.claim(["response", status]),
      title,
      text: saysMore(description, title) ? description : "",
    };
  }

  #headers(
    { headers, status }: Response,
    { id }: StatusRow,
    isShared: boolean,
  ): readonly Block[] {
    if (headers.length === 0) return [];
    const outline = parametersOutline(headers, this.#responseOutlines);
    const words = isShared ? say`Headers of ${status}` : say`Headers`;
    return [
      { kind: "label", words },
      { kind: "outline", outline, id: `headers-${id}` },
    ];
  }

  #addExamples(response: Response): void {
    const { status } = response;
    response.contents.forEach((media, index) => {
      const path = ["response", status];
      const samples = exampleSamples(
        media,
        this.#response,
        this.#anchors,
        index === 0 ? path : ["content", ...path, media.mediaType],
      );
      for (const each of samples) this.#addResponseSample(each, status);
    });
  }

  /** Responses whose examples are the same one share a sample. */
  #addResponseSample(sample: Samples, status: string): void {
    const samples = this.#responseSamples;
    const { source } = sample;
    const at = samples.findIndex(
      (each) =>
        source !== undefined &&
        each.source?.script === source.script &&
        each.source.isList === source.isList,
    );
    const known = samples[at];
    if (known === undefined) samples.push({ ...sample, statuses: [status] });
    else if (known.statuses?.includes(status) === false)
      samples[at] = { ...known, statuses: [...known.statuses, status] };
  }

  #responseBody(response: Response, id: string): readonly Block[] {
    const target = {
      kind: "page",
      page: operationPagePath(this.#names),
      anchor: id,
    } as const;
    const title = [link(response.status, target)];
    if (response.contents.length === 0)
      return [{ kind: "paragraph", words: say`No body.` }];
    return response.contents.flatMap((media, index) => {
      const path = ["content", "response", response.status, media.mediaType];
      const innerId = index === 0 ? id : this.#anchors.claim(path);
      const outlines = this.#responseOutlines;
      const form = isError(response) ? "link" : "lines";
      return contentBlocks([media], innerId, outlines, form, true, title);
    });
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
