// All pages: the list in the sidebar, the search, and the menu on small screens.
(() => {
  "use strict";

  const { base, element, themeButton, whenParsed } = docs;
  const root = document.documentElement;

  whenParsed(() => {
    const list = element("script", { src: `${base}assets/navigation.js` });
    list.addEventListener("load", showPages);
    document.head.append(list);
  });

  function showPages() {
    const tools = document.getElementById("docs-tools");
    const side = document.getElementById("docs-side");
    const navigation = document.getElementById("docs-navigation");
    const groups = globalThis.docsNavigation ?? [];
    if (!tools || !side || !navigation) return;
    tools.append(searchField(groups), themeButton(), menuButton(side));
    showNavigation(navigation, groups);
  }

  function menuButton(side) {
    const button = element(
      "button",
      {
        type: "button",
        class: "tool menu",
        "aria-expanded": "false",
        "aria-controls": "docs-side",
      },
      "Menu",
    );
    const toggle = (isOpen) => {
      root.classList.toggle("menu-open", isOpen);
      button.setAttribute("aria-expanded", String(isOpen));
    };
    button.addEventListener("click", () => {
      toggle(!root.classList.contains("menu-open"));
    });
    side.addEventListener("click", (event) => {
      if (event.target instanceof HTMLAnchorElement) toggle(false);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") toggle(false);
    });
    root.classList.add("has-menu");
    return button;
  }

  function pageLink(page) {
    const link = element("a", { href: `${base}${page.page}.html` });
    if (page.method) {
      const known = /^(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE|QUERY)$/;
      const style = known.test(page.method)
        ? page.method.toLowerCase()
        : "other";
      link.append(element("b", { class: style }, page.method));
    }
    link.append(element("span", {}, page.title));
    return link;
  }

  function showNavigation(navigation, groups) {
    const current = document.body.dataset.page;
    for (const group of groups) {
      const isOpen =
        groups.length < 4 || group.pages.some((page) => page.page === current);
      const details = element(
        "details",
        {},
        element("summary", {}, group.title),
      );
      const fill = () => {
        if (details.childElementCount > 1) return;
        const list = element("ul");
        for (const page of group.pages) {
          const link = pageLink(page);
          if (page.page === current) link.setAttribute("aria-current", "page");
          list.append(element("li", {}, link));
        }
        details.append(list);
      };
      details.addEventListener("toggle", fill);
      if (isOpen) {
        fill();
        details.open = true;
      }
      navigation.append(details);
    }
  }

  function searchField(groups) {
    const pages = groups.flatMap((group) => group.pages);
    const input = element("input", {
      type: "search",
      id: "docs-search",
      placeholder: "Search",
      "aria-label": "Search operations and schemas",
      autocomplete: "off",
    });
    const results = element("ul", { class: "results", hidden: "" });
    const box = element("div", { class: "search", role: "search" });
    const show = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const found = pages
        .filter((page) => {
          const text =
            `${page.title} ${page.method ?? ""} ${page.path ?? ""} ${page.page}`.toLowerCase();
          return words.every((word) => text.includes(word));
        })
        .slice(0, 12);
      results.hidden = words.length === 0;
      results.replaceChildren(
        ...found.map((page) => {
          const link = pageLink(page);
          if (page.path) {
            link.append(element("code", { class: "path" }, page.path));
          }
          return element("li", {}, link);
        }),
      );
      if (found.length === 0) {
        results.append(element("li", { class: "nothing" }, "Nothing found"));
      }
    };
    input.addEventListener("input", show);
    box.addEventListener("keydown", (event) => {
      const links = [...results.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "Escape") {
        input.value = "";
        results.hidden = true;
        input.focus();
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        links[Math.min(at + 1, links.length - 1)]?.focus();
      } else if (event.key === "ArrowUp") {
        event.preventDefault();
        (links[at - 1] ?? input).focus();
      } else if (event.key === "Enter" && document.activeElement === input) {
        links[0]?.click();
      }
    });
    document.addEventListener("click", (event) => {
      if (!box.contains(event.target)) results.hidden = true;
    });
    document.addEventListener("keydown", (event) => {
      const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(
        document.activeElement?.tagName ?? "",
      );
      if (event.key === "/" && !isTyping) {
        event.preventDefault();
        input.focus();
      }
    });
    box.append(input, results);
    return box;
  }
})();
