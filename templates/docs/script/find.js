// The search field. What it does is loaded when it is used first.
(() => {
  "use strict";

  const { element, loadScript, whenParsed } = docs;

  whenParsed(() => {
    const input = element("input", {
      type: "search",
      id: "docs-search",
      role: "combobox",
      placeholder: "Search",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": "Search operations, schemas and fields",
      "aria-autocomplete": "list",
      "aria-controls": "docs-results",
      "aria-expanded": "false",
      "aria-keyshortcuts": "/",
    });
    const box = element("div", { class: "search", role: "search" }, input);
    document.getElementById("docs-tools")?.prepend(box);
    let isEntered = false;
    const enter = ({ key }) => (isEntered = key === "Enter");
    const start = async () => {
      const isThere = await loadScript("assets/search.js");
      input.removeEventListener("keydown", enter);
      if (isThere) docs.startSearch(box, input, isEntered);
      else input.placeholder = "No search";
    };
    input.addEventListener("keydown", enter);
    input.addEventListener("focus", start, { once: true });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const { activeElement } = document;
      const isTyping =
        activeElement?.matches("input, textarea, select") === true ||
        activeElement?.isContentEditable === true;
      if (isTyping || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  });
})();
