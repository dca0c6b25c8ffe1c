// Schemas in place: a button beside each link to a schema that shows its fields below.
(() => {
  "use strict";

  const { element, load, whenParsed } = docs;

  whenParsed(() => addButtons(document));

  function addButtons(scope) {
    const links = scope.querySelectorAll(
      ".fields > li > i a, .lines > li > a, .label > a",
    );
    for (const link of links) {
      const [, path] =
        /((?:schemas|shapes)\/[^/]+)\.html$/.exec(link.pathname) ?? [];
      if (path) link.after(" ", expandButton(link, path));
    }
  }

  function expandButton(link, path) {
    const name = link.textContent;
    const button = element(
      "button",
      {
        type: "button",
        class: "expand",
        "aria-expanded": "false",
        "aria-label": `Show the fields of ${name}`,
      },
      "+",
    );
    const head = link.closest("i, p, li, td");
    let shown;
    button.addEventListener("click", async () => {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      shown ??= await expanded(head, path);
      shown.hidden = isOpen;
      const lines = shown.nextElementSibling;
      if (head.matches(".label") && lines?.matches(".lines")) {
        lines.hidden = !isOpen;
      }
      button.setAttribute("aria-expanded", String(!isOpen));
      button.textContent = isOpen ? "+" : "\u2212";
    });
    return button;
  }

  /** The fields below a head. Their ids begin with that of what they are part of. */
  async function expanded(head, path) {
    const { html } = await load(path);
    const owner = head.closest("[id]");
    const id = `${owner?.id ?? "docs"}-${path.slice(path.indexOf("/") + 1)}`;
    const box = element("div", { class: "nested" });
    box.innerHTML =
      html === "" ? "<p>It has no fields.</p>" : html.replaceAll("\u0001", id);
    if (head.matches("p")) head.after(box);
    else head.closest("li, td").append(box);
    addButtons(box);
    return box;
  }
})();
