// Samples: one at a time, with tabs, a list to choose from, a button to copy, and colours.
(() => {
  "use strict";

  const { announce, element, load, remember, remembered, whenParsed } = docs;

  whenParsed(() => {
    for (const group of document.querySelectorAll(".samples")) showGroup(group);
    for (const endpoint of document.querySelectorAll(".endpoint")) {
      endpoint.append(
        copyButton(() => endpoint.querySelector("code")?.textContent ?? ""),
      );
    }
    for (const code of document.querySelectorAll("[data-label] > code")) {
      colour(code);
    }
  });

  /** Shows one sample of a group, and what chooses it: tabs by status, a list by title, tabs by language. */
  function showGroup(group) {
    const figures = [...group.querySelectorAll("figure")];
    const [first] = figures;
    if (!first) return;
    const bar = element("div", { class: "bar" });
    const chooser = element("select", {
      class: "chooser",
      "aria-label": "Example",
    });
    const caption = element("div", { class: "caption" });
    const statuses = [...new Set(figures.flatMap(statusesOf))];
    let shown = figures.find(({ id }) => `#${id}` === location.hash) ?? first;
    let status = statusesOf(shown)[0] ?? "";
    let language = remembered("docs-language") ?? "curl";

    const show = () => {
      for (const figure of figures) figure.hidden = figure !== shown;
      loadExample(shown);
      const alike = figures.filter((each) => statusesOf(each).includes(status));
      chooser.replaceChildren(
        ...alike.map((each, index) => {
          const title = each.querySelector("figcaption, a")?.textContent ?? "";
          return element("option", { value: String(index) }, title);
        }),
      );
      chooser.value = String(alike.indexOf(shown));
      const name = element(
        "span",
        {},
        chooser.selectedOptions[0]?.textContent ?? "",
      );
      const blocks = [...shown.querySelectorAll("pre")];
      const block =
        blocks.find((pre) => pre.dataset.label === language) ?? blocks[0];
      for (const pre of blocks) pre.hidden = pre !== block;
      const labels = blocks.map((pre) => pre.dataset.label ?? "");
      bar.replaceChildren();
      if (labels.length > 1) {
        bar.append(
          tabList("Language", labels, labels, block?.dataset.label, (label) => {
            language = label;
            remember("docs-language", label);
            show();
          }),
        );
      }
      bar.append(
        copyButton(
          () =>
            shown.querySelector("pre:not([hidden]) code")?.textContent ?? "",
        ),
      );
      caption.replaceChildren();
      if (statuses.length > 1) {
        caption.append(
          tabList("Status", statuses, statuses, status, (wanted) => {
            status = wanted;
            shown =
              figures.find((each) => statusesOf(each).includes(status)) ??
              shown;
            show();
          }),
        );
      }
      caption.append(alike.length > 1 ? chooser : name, bar);
    };

    chooser.addEventListener("change", () => {
      const alike = figures.filter((each) => statusesOf(each).includes(status));
      shown = alike[Number(chooser.value)] ?? shown;
      show();
      chooser.focus();
    });
    for (const figure of figures) {
      const title = figure.querySelector("figcaption");
      if (title) title.hidden = true;
    }
    group.prepend(caption);
    show();
  }

  /** The statuses of a sample of a response; one without a name for any other. */
  function statusesOf(figure) {
    return (figure.dataset.status ?? "").split(" ");
  }

  /** Puts an example in the place of the link to where it is printed. */
  async function loadExample(figure) {
    const { script, list } = figure.dataset;
    const link = figure.querySelector("a");
    if (!script || !link) return;
    delete figure.dataset.script;
    const { example } = await load(script);
    if (!example) return;
    const text =
      list === undefined ? example : `[\n${example.replace(/^/gm, "  ")}\n]`;
    const code = element("code", {}, text);
    figure.prepend(
      element("figcaption", { hidden: "" }, link.textContent),
      element("pre", { tabindex: "0", "data-label": "JSON" }, code),
    );
    link.remove();
    colour(code);
  }

  /** Tabs, of which arrow keys choose one. */
  function tabList(label, values, titles, selected, choose) {
    const list = element("div", { role: "tablist", "aria-label": label });
    values.forEach((value, index) => {
      const isSelected = value === selected;
      const tab = element(
        "button",
        {
          type: "button",
          role: "tab",
          "aria-selected": String(isSelected),
          tabindex: isSelected ? "0" : "-1",
        },
        titles[index] ?? "",
      );
      const take = (wanted) => {
        const parent = list.parentElement;
        choose(wanted);
        const kept = [...(parent?.querySelectorAll('[role="tab"]') ?? [])].find(
          (each) =>
            each.getAttribute("aria-selected") === "true" &&
            each.closest('[role="tablist"]')?.getAttribute("aria-label") ===
              label,
        );
        kept?.focus();
      };
      tab.addEventListener("click", () => take(value));
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step === undefined) return;
        take(values[(index + step + values.length) % values.length]);
      });
      list.append(tab);
    });
    return list;
  }

  function copyButton(textOf) {
    const button = element(
      "button",
      { type: "button", class: "copy", "aria-label": "Copy" },
      "Copy",
    );
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(textOf());
        button.textContent = "Copied";
        announce("Copied");
      } catch {
        button.textContent = "Not allowed";
      }
      setTimeout(() => (button.textContent = "Copy"), 1600);
    });
    return button;
  }

  const tokens = {
    json: /(?<name>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<string>"(?:[^"\\]|\\.)*")|(?<number>-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b)/g,
    bash: /(?<string>'[^']*'|"(?:[^"\\]|\\.)*")|(?<name>(?<=\s)--?[\w-]+)/g,
    ts: /(?<string>"(?:[^"\\]|\\.)*"|`[^`]*`)|(?<keyword>\b(?:import|from|const|await|new|export|return|async|function|if|for|of|type|interface)\b)|(?<name>[\w$]+(?=:))|(?<number>\b\d[\d._]*n?\b|\b(?:true|false|null|undefined)\b)/g,
  };
  const aliases = {
    curl: "bash",
    sh: "bash",
    shell: "bash",
    js: "ts",
    javascript: "ts",
    typescript: "ts",
  };

  /** Colours code by the CSS Custom Highlight API, so that no page has an element for each token. */
  function colour(code) {
    const label = code.parentElement.dataset.label.toLowerCase();
    const pattern = tokens[aliases[label] ?? label];
    const text = code.firstChild;
    if (
      !pattern ||
      !globalThis.Highlight ||
      text?.nodeType !== Node.TEXT_NODE
    ) {
      return;
    }
    for (const match of text.data.matchAll(pattern)) {
      const [kind] =
        Object.entries(match.groups).find(([, found]) => found) ?? [];
      const range = new Range();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      const name = `docs-${kind}`;
      const known = CSS.highlights.get(name);
      if (known) known.add(range);
      else CSS.highlights.set(name, new Highlight(range));
    }
  }
})();
