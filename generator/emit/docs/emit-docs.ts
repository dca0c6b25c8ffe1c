import { fileHeader } from "../../code/file-header.js";
import type { TextFile } from "../../code/file.js";
import { writtenModule } from "../../code/written-module.js";
import type { DefinitionId } from "../../model/schema.js";
import { Memo } from "../../tracking/memo.js";
import type { EmitContext } from "../context.js";
import { findOperation } from "../operation-at.js";
import { specifiersOf } from "../package-identity.js";
import type { Unit } from "../emitter.js";
import { assetParts, assetText, tryItParts } from "./assets.js";
import {
  describeContexts,
  type DescribeContexts,
} from "./describe/describe-context.js";
import { shapeById, shapeIds } from "./describe/shared-shapes.js";
import { exampleScript, expansionScript } from "./html/expansion-script.js";
import { largeExamples } from "./pages/given-examples.js";
import { htmlPage } from "./html/html-page.js";
import { markdownPage } from "./markdown/markdown-page.js";
import { llmsFiles } from "./markdown/llms-text.js";
import { indexPage } from "./pages/index-page.js";
import { navigationScripts, searchScripts } from "./pages/navigation.js";
import { listOfPage } from "./pages/page-directory.js";
import { OperationPage } from "./pages/operation-page.js";
import { callbacksOf, linesOf, usesOf } from "./pages/page-lists.js";
import type { Page } from "./pages/page.js";
import { schemaPage, shapePage } from "./pages/schema-page.js";
import type { Field } from "./describe/outline.js";
import { hasTryIt } from "./try-it/scripts.js";
import { ProseReader } from "./prose/prose-reader.js";

/**
 * The reference pages, each as Markdown and as HTML: one of the API, one an operation, one a named schema; and
 * `llms.txt`, the list of the Markdown pages. The HTML opens from the file system, loads nothing from elsewhere,
 * and runs under a strict Content Security Policy.
 * @param pointers of operations, callbacks and webhooks
 */
export function docsUnits(
  ids: readonly DefinitionId[],
  pointers: readonly string[],
): Unit[] {
  return [
    {
      name: "navigation",
      emit: (context) =>
        navigationScripts(context).map(({ path, text }) => script(path, text)),
    },
    {
      name: "search",
      emit: (context) =>
        searchScripts(context).map(({ path, text }) => script(path, text)),
    },
    { name: "assets", emit: assets },
    {
      name: "index",
      emit: (context) => pageFiles(indexPage(context), context),
    },
    ...pointers.map((pointer) => ({
      name: `operation ${pointer}`,
      emit: (context: EmitContext) => emitOperationPage(pointer, context),
    })),
    ...ids.map((id) => ({
      name: `schema ${id}`,
      emit: (context: EmitContext) => emitSchemaPage(id, context),
    })),
    { name: "shapes", emit: emitShapes },
    { name: "examples", emit: emitExamples },
    {
      name: "llms",
      emit: (context) =>
        [...llmsFiles(context)].map(([path, text]) => file(path, text)),
    },
  ];
}

function assets(context: EmitContext): TextFile[] {
  const paths = [
    ...Object.keys(assetParts),
    ...(hasTryIt(context) ? Object.keys(tryItParts) : []),
  ];
  return paths.map((path) => file(path, assetText(path)));
}

function emitOperationPage(pointer: string, context: EmitContext): TextFile[] {
  const { api, names, settings } = context;
  const operation = findOperation(api, pointer);
  const own = names.operations.get(pointer);
  if (operation === undefined || own === undefined) return [];
  const page = new OperationPage(
    operation,
    own,
    settings.parts.operations
      ? {
          path: writtenModule(own.module, settings.emit).types,
          specifierOf: specifiersOf(api.info, settings),
        }
      : undefined,
    shared(context).contexts,
    linesOf(callbacksOf.of(api, pointer), context),
  );
  const isCallable = operation.kind === "path" && hasTryIt(context);
  return pageFiles({ ...page.make(), isCallable }, context);
}

function emitSchemaPage(id: DefinitionId, context: EmitContext): TextFile[] {
  const definition = context.api.definitions[id];
  const own = context.names.schemas.get(id);
  if (definition === undefined || own === undefined) return [];
  const { written } = shared(context).contexts;
  const uses = linesOf(usesOf.of(context.api, id), context);
  const { parts, emit } = context.settings;
  const source = parts.types
    ? writtenModule(own.typeModule, emit).types
    : undefined;
  const made = { source, hasValidators: parts.validators };
  const page = schemaPage(definition, own, made, written, uses);
  return pageFiles(page, context);
}

function emitShapes(context: EmitContext): TextFile[] {
  const { written } = shared(context).contexts;
  return shapeIds.of(context.api).flatMap((id) => {
    const schema = shapeById.of(context.api, id);
    return schema === undefined
      ? []
      : pageFiles(shapePage(id, schema, written), context);
  });
}

function emitExamples({ api }: EmitContext): TextFile[] {
  return largeExamples
    .of(api)
    .split(" ")
    .filter((id) => id !== "")
    .map((id) => {
      const path = `examples/${id}`;
      return script(path, exampleScript(path, largeExamples.of(api, id)));
    });
}

function pageFiles(page: Page, context: EmitContext): TextFile[] {
  const { title } = context.api.info;
  const { prose, markdown, html } = shared(context);
  const { path, expansion } = page;
  const list = listOfPage.of(context, path);
  const site = { title, list, prose, printed: html };
  return [
    file(`${path}.md`, markdownPage(page, { prose, printed: markdown })),
    file(`${path}.html`, htmlPage(page, site)),
    ...(expansion === undefined
      ? []
      : [
          script(
            path,
            expansionScript(path, expansion, { ...site, root: "../" }),
          ),
        ]),
  ];
}

/** What pages have in common, so that nothing is worked out on each of them. */
interface Shared {
  readonly contexts: DescribeContexts;
  readonly prose: ProseReader;
  /** Lists of fields as text. */
  readonly markdown: Memo<readonly Field[], string>;
  readonly html: Memo<readonly Field[], string>;
}

const sharedByContext = new Memo<EmitContext, Shared>();

function shared(context: EmitContext): Shared {
  return sharedByContext.get(context, () => {
    const { api, names, mappings } = context;
    return {
      contexts: describeContexts(api, names, mappings),
      prose: new ProseReader(),
      markdown: new Memo<readonly Field[], string>(),
      html: new Memo<readonly Field[], string>(),
    };
  });
}

function file(path: string, text: string): TextFile {
  return { kind: "text", path: `docs/${path}`, text, isFinal: true };
}

function script(path: string, text: string): TextFile {
  return file(`${path}.js`, `${fileHeader("docs")}\n${text}`);
}
