import type { FormNode, OperationForm } from "../form-node.js";
import { showAnswer, textOf } from "./answer.js";
import type { Control } from "./control.js";
import { isConfirmed } from "./confirm.js";
import { Credentials } from "./credentials.js";
import {
  button,
  copyButton,
  element,
  freshId,
  labelled,
  select,
} from "./dom.js";
import { exchange } from "./exchange.js";
import { InputForm, type Finding } from "./input-form.js";
import type { Modules } from "./modules.js";
import {
  requestFunctions,
  requestToPrint,
  requestToSend,
  type RequestFunctions,
} from "./request-maker.js";
import { SampleView, type Printers } from "./sample-view.js";
import { ServerChoice } from "./server-choice.js";

interface Issue {
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Advice {
  readonly pointer: string;
  readonly field: string;
  readonly ignoredBecauseOf: string;
  readonly reason?: string;
}

type Validate = (
  input: unknown,
) =>
  | { readonly ok: true }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const unsafe = /^(?:POST|PUT|PATCH|DELETE)$/;

/** The panel of an operation: a dialog with its form, its sample, and the answer. */
export class Panel {
  readonly #dialog: HTMLDialogElement;
  readonly #form: OperationForm;
  readonly #exports: Readonly<Record<string, unknown>>;
  readonly #functions: RequestFunctions;
  readonly #input: InputForm;
  readonly #credentials: Credentials;
  readonly #server: ServerChoice;
  readonly #sample: SampleView;
  readonly #preview = element("code");
  readonly #summary = element("div", {
    class: "summary",
    role: "alert",
    tabindex: "-1",
  });
  readonly #answer = element("div", {
    class: "answer",
    "aria-live": "polite",
    tabindex: "-1",
  });
  readonly #send: HTMLButtonElement;
  readonly #abort: HTMLButtonElement;
  /** Fields that the reader has left: the others show nothing until something is sent. */
  readonly #left = new Set<Control>();
  #showsAll = false;
  #isConfirmed = false;
  #running: AbortController | undefined;

  /** @param id of the operation's module, which is loaded */
  constructor(id: string, modules: Modules, printers: Printers) {
    this.#form = modules.data(id) as OperationForm;
    this.#exports = modules.use(id);
    this.#functions = requestFunctions(
      this.#form,
      this.#exports,
      modules.use("runtime/request"),
      modules.use("runtime/security"),
    );
    const nodeOf = (named: string): FormNode =>
      (modules.data(named) as FormNode | undefined) ?? { kind: "json" };
    this.#input = new InputForm(this.#form, nodeOf);
    this.#credentials = new Credentials(this.#form);
    this.#server = new ServerChoice(this.#form);
    this.#sample = new SampleView(this.#form, printers);
    this.#send = element("button", { type: "submit", class: "send" }, "Send");
    this.#abort = button("Abort", () => this.#running?.abort());
    this.#abort.hidden = true;
    this.#dialog = this.#makeDialog();
    document.body.append(this.#dialog);
    this.#writeExample(0);
  }

  /** @param example the index of the example that the form starts from; absent to leave it as it is */
  open(example?: number): void {
    if (example !== undefined) this.#writeExample(example);
    this.#dialog.showModal();
    void this.#refresh();
  }

  /** The request of an example in a language, by its name; the form stays as it is. */
  sample(example: number, language: string): Promise<string> {
    const input = this.#form.examples[example]?.input ?? {};
    return this.#sample.printed(language, async () => ({
      request: await this.#printable(input),
      input,
    }));
  }

  #printable(input: unknown): ReturnType<typeof requestToPrint> {
    return requestToPrint(
      this.#functions,
      input,
      this.#server.baseUrl,
      this.#credentials,
    );
  }

  #makeDialog(): HTMLDialogElement {
    const { method, path } = this.#form;
    const title = element("h2", { id: freshId() }, "Try it");
    const close = button("Close", () => {
      this.#dialog.close();
    });
    const head = element(
      "header",
      {},
      title,
      element(
        "p",
        {},
        element("strong", {}, method),
        " ",
        element("code", {}, path),
      ),
      close,
    );
    const form = element("form", { novalidate: "" });
    form.append(
      ...this.#examples(),
      this.#server.element,
      this.#credentials.element,
      this.#input.element,
      this.#summary,
      element("div", { class: "buttons" }, this.#send, this.#abort),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    form.addEventListener("input", () => void this.#refresh());
    form.addEventListener("click", () => void this.#refresh());
    form.addEventListener("focusout", (event) => {
      this.#leave(event.target);
    });
    const side = element(
      "div",
      { class: "side" },
      element("h3", {}, "What goes out"),
      element(
        "pre",
        { tabindex: "0", "aria-label": "What goes out" },
        this.#preview,
      ),
      this.#sample.element,
      element("h3", {}, "Answer"),
      this.#answer,
    );
    const dialog = element(
      "dialog",
      { class: "try-it", "aria-labelledby": title.id },
      head,
      element("div", { class: "columns" }, form, side),
    );
    dialog.addEventListener("close", () => this.#running?.abort());
    return dialog;
  }

  #examples(): readonly HTMLElement[] {
    const { examples } = this.#form;
    if (examples.length === 0) return [];
    const titles = examples.map(({ title }) => title);
    const choice = select([...titles, "Empty"]);
    choice.addEventListener("change", () => {
      this.#writeExample(choice.selectedIndex);
      void this.#refresh();
    });
    return [labelled("Start from", choice)];
  }

  #writeExample(index: number): void {
    this.#left.clear();
    this.#showsAll = false;
    this.#input.write(this.#form.examples[index]?.input ?? {});
    this.#summary.replaceChildren();
    this.#check();
  }

  /** Judges a field when the reader leaves it. */
  #leave(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    this.#input.each((control) => {
      if (control.element.contains(target)) this.#left.add(control);
    });
    this.#check();
  }

  /** Shows what the generated validator says of the input, and its advice; gives the issues. */
  #check(): readonly Finding[] {
    const input = this.#input.read();
    const problems = this.#input.problems();
    const validate = this.#exports[this.#form.functions.validate] as Validate;
    const result = validate(input);
    const issues =
      problems.length > 0
        ? problems
        : result.ok
          ? []
          : result.issues.map(findingOf);
    const findings = [...issues, ...this.#advice(input)];
    this.#input.show(
      findings,
      (control) => this.#showsAll || this.#left.has(control),
    );
    return issues;
  }

  #advice(input: unknown): readonly Finding[] {
    const { advise } = this.#form.functions;
    if (advise === undefined) return [];
    const found = (this.#exports[advise] as (input: unknown) => Advice[])(
      input,
    );
    return found.map(({ pointer, field, ignoredBecauseOf, reason }) => ({
      pointer,
      kind: "advice",
      text: `${field} is ignored while ${ignoredBecauseOf} is set${reason === undefined ? "." : `: ${reason}`}`,
    }));
  }

  /** Prints what goes out as it is now, with placeholders for credentials. */
  async #refresh(): Promise<void> {
    if (this.#showsAll) this.#check();
    const input = this.#input.read();
    const make = () => this.#printable(input);
    const showing = this.#sample.show(async () => ({
      request: await make(),
      input,
    }));
    try {
      const { method, url, headers, basic, body } = await make();
      const lines = [
        `${method} ${url}`,
        ...headers.map(([name, value]) => `${name}: ${value}`),
        ...(basic === undefined
          ? []
          : [`authorization: Basic ${basic.join(":")}`]),
      ];
      const text =
        body === undefined
          ? ""
          : body.kind === "multipart"
            ? `\n\n${String(body.parts.length)} parts`
            : body.kind === "file"
              ? `\n\nthe bytes of ${body.file}`
              : `\n\n${body.text}`;
      this.#preview.textContent = lines.join("\n") + text;
    } catch (error) {
      this.#preview.textContent = `No request can be made: ${textOf(error)}`;
    }
    await showing;
  }

  async #submit(): Promise<void> {
    this.#showsAll = true;
    const issues = this.#check();
    this.#showSummary(issues);
    if (issues.length > 0) return;
    if (!(await this.#confirm())) return;
    const controller = new AbortController();
    let request: Request;
    try {
      request = requestToSend(
        this.#functions,
        this.#input.read(),
        this.#server.baseUrl,
        this.#credentials,
        controller.signal,
      );
    } catch (error) {
      this.#showSummary([{ pointer: "", kind: "issue", text: textOf(error) }]);
      return;
    }
    await this.#exchange(request, controller);
  }

  async #exchange(
    request: Request,
    controller: AbortController,
  ): Promise<void> {
    this.#running = controller;
    this.#send.disabled = true;
    this.#abort.hidden = false;
    this.#answer.textContent = "Waiting for an answer …";
    const start = performance.now();
    try {
      const response = await exchange(request);
      const time = performance.now() - start;
      const read = this.#exports[this.#form.functions.read];
      const showing = showAnswer(
        this.#answer,
        response,
        time,
        read as Parameters<typeof showAnswer>[3],
      );
      this.#answer.focus();
      await showing;
    } catch (error) {
      if (controller.signal.aborted) this.#answer.textContent = "Aborted.";
      else await this.#showFailure(error);
    } finally {
      this.#send.disabled = false;
      this.#abort.hidden = true;
      this.#running = undefined;
    }
  }

  /** The browser tells a page nothing of an answer that the server does not show to it. */
  async #showFailure(error: unknown): Promise<void> {
    const code = element("code");
    this.#answer.replaceChildren(
      element("p", { class: "issue" }, `No answer: ${textOf(error)}`),
      element(
        "p",
        {},
        "Either the server cannot be reached, or it does not allow pages of other origins to call it (CORS). From a terminal, it does not matter:",
      ),
      copyButton(() => code.textContent),
      element("pre", { tabindex: "0", "aria-label": "curl" }, code),
    );
    this.#answer.focus();
    code.textContent = await this.#sample.printed("curl");
  }

  #showSummary(issues: readonly Finding[]): void {
    this.#summary.replaceChildren();
    if (issues.length === 0) return;
    const items = issues.map(({ pointer, text }) => {
      const link = element("a", { href: "#" }, pointer || "The request");
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.#input.find(pointer)?.focus();
      });
      return element("li", {}, link, ` ${text}`);
    });
    const count = issues.length === 1 ? "One thing" : `${issues.length} things`;
    this.#summary.append(
      element("p", {}, `${count} to put right before this can be sent:`),
      element("ul", {}, ...items),
    );
    this.#summary.focus();
  }

  /** Asks once before a request goes out that may change something. */
  async #confirm(): Promise<boolean> {
    const { method } = this.#form;
    if (!unsafe.test(method) || this.#isConfirmed) return true;
    const base = new URL(this.#server.baseUrl || "/", location.href);
    this.#isConfirmed = await isConfirmed(method, base);
    return this.#isConfirmed;
  }
}

/** An issue at the field that it speaks of: of a missing member, at the member. */
function findingOf({ pointer, keyword, message, params }: Issue): Finding {
  const { name } = params;
  const isMissing = keyword === "required" && typeof name === "string";
  const token = isMissing
    ? `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`
    : "";
  return { pointer: pointer + token, kind: "issue", text: message };
}
