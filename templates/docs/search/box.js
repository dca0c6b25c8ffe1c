// The list of pages that the search field finds: a combobox, as the ARIA Authoring Practices describe it.
(() => {
  "use strict";

  const { announce, base, element } = docs;
  const mostShown = 20;

  /**
   * Makes the search field work; it may have been typed into before.
   * @param isEntered whether Enter was pressed: it opens what is found first
   */
  docs.startSearch = (box, input, isEntered) => {
    const results = element("div", {
      id: "docs-results",
      role: "listbox",
      "aria-label": "Pages found",
    });
    const note = element("p", { hidden: "" });
    const panel = element(
      "div",
      { class: "results", hidden: "" },
      results,
      note,
    );
    box.append(panel);
    let active = -1;
    let asked = 0;
    let opensFirst = isEntered;

    const setOpen = (isOpen) => {
      panel.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) setActive(-1);
    };
    const setActive = (index) => {
      active = index;
      for (const [at, option] of [...results.children].entries())
        option.setAttribute("aria-selected", String(at === index));
      const option = results.children[index];
      if (option) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    };
    const say = (text) => {
      note.textContent = text;
      note.hidden = text === "";
    };
    const show = (found) => {
      results.replaceChildren(...found.slice(0, mostShown).map(optionOf));
      const more = found.length - mostShown;
      const count = found.length === 1 ? "1 page" : `${found.length} pages`;
      say(
        found.length === 0
          ? "Nothing found. Try fewer words."
          : more > 0
            ? `${count} found, the first ${mostShown} shown.`
            : "",
      );
      setOpen(true);
      setActive(-1);
      announce(found.length === 0 ? "Nothing found" : `${count} found`);
      if (opensFirst) results.firstElementChild?.click();
    };
    const search = async () => {
      const query = input.value.trim();
      asked += 1;
      const own = asked;
      if (query === "") {
        setOpen(false);
        return;
      }
      // Titles come first; the words of descriptions follow when they are loaded.
      for await (const found of docs.search(query)) {
        if (own !== asked) return;
        show(found);
      }
    };

    input.addEventListener("input", () => {
      opensFirst = false;
      void search();
    });
    input.addEventListener("keydown", (event) => {
      const last = results.childElementCount - 1;
      if (event.key === "Escape") {
        if (panel.hidden) input.value = "";
        else event.preventDefault();
        asked += 1;
        setOpen(false);
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (panel.hidden) {
          void search();
          return;
        }
        const step = event.key === "ArrowDown" ? 1 : -1;
        const next = active + step;
        setActive(next > last ? 0 : next < 0 ? last : next);
      } else if (event.key === "Enter") {
        if (panel.hidden) opensFirst = true;
        else results.children[Math.max(active, 0)]?.click();
      } else if (event.key === "Tab") setOpen(false);
    });
    document.addEventListener("click", ({ target }) => {
      if (!box.contains(target)) setOpen(false);
    });
    docs.loadIndex();
    if (input.value !== "") void search();
  };

  function optionOf(page, index) {
    const option = element(
      "a",
      {
        role: "option",
        id: `docs-result-${index}`,
        href: `${base}${page.page}.html`,
        tabindex: "-1",
        "aria-selected": "false",
      },
      ...docs.pageWords(page),
    );
    const more = [page.path, page.field && `field ${page.field}`];
    for (const text of more) if (text) option.append(element("code", {}, text));
    return option;
  }
})();
