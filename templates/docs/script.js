// Everything here adds to pages that are whole without it: colours by choice, tabs, copying, the list of pages.
(() => {
  "use strict";

  const root = document.documentElement;
  const base = root.dataset.root ?? "";
  const themes = ["auto", "light", "dark"];

  setTheme(remembered("docs-theme") ?? "auto");
  document.addEventListener("DOMContentLoaded", () => {
    const tools = document.getElementById("docs-tools");
    const side = document.getElementById("docs-side");
    const navigation = document.getElementById("docs-navigation");
    const groups = globalThis.docsNavigation ?? [];
    if (tools && side && navigation) {
      tools.append(searchField(groups), themeButton(), menuButton(side));
      showNavigation(navigation, groups);
    }
    for (const sample of document.querySelectorAll("figure.sample")) {
      addTabs(sample);
    }
    for (const aside of document.querySelectorAll(".aside")) addChooser(aside);
    rememberLanguage();
    markContents();
    addAnchors();
  });

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  function remembered(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Without a store the choice lasts as long as the page.
    }
  }

  function setTheme(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  function themeButton() {
    const button = element("button", { type: "button", class: "tool" });
    let theme = remembered("docs-theme") ?? "auto";
    const show = () => {
      button.textContent = { auto: "Auto", light: "Light", dark: "Dark" }[
        theme
      ];
      button.setAttribute("aria-label", `Colours: ${theme}. Change`);
    };
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
      setTheme(theme);
      remember("docs-theme", theme);
      show();
    });
    show();
    return button;
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
      link.append(element("span", { class: `method ${style}` }, page.method));
    }
    link.append(element("span", { class: "entry-title" }, page.title));
    return link;
  }

  function showNavigation(navigation, groups) {
    const current = navigation.dataset.page;
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

  function copyButton(sample) {
    const button = element(
      "button",
      { type: "button", class: "copy", "aria-label": "Copy the code" },
      "Copy",
    );
    button.addEventListener("click", async () => {
      const shown = [...sample.querySelectorAll(".panel")].find(
        (panel) => !panel.hidden,
      );
      try {
        await navigator.clipboard.writeText(
          shown?.querySelector("code")?.textContent ?? "",
        );
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed";
      }
      setTimeout(() => (button.textContent = "Copy"), 1600);
    });
    return button;
  }

  function addTabs(sample) {
    const panels = [...sample.querySelectorAll(".panel")];
    const caption = sample.querySelector("figcaption");
    const bar = element("div", { class: "bar" });
    if (panels.length > 1) {
      const list = element("div", {
        role: "tablist",
        "aria-label": caption?.querySelector(".caption")?.textContent ?? "",
      });
      for (const panel of panels) {
        const tab = element(
          "button",
          {
            type: "button",
            role: "tab",
            id: `${panel.id}-tab`,
            "aria-controls": panel.id,
          },
          panel.dataset.label ?? "",
        );
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", tab.id);
        tab.addEventListener("click", () => {
          remember("docs-language", panel.dataset.label ?? "");
          showLanguage(panel.dataset.label);
        });
        tab.addEventListener("keydown", (event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (step === undefined) return;
          const tabs = [...list.children];
          const next = (tabs.indexOf(tab) + step + tabs.length) % tabs.length;
          tabs[next]?.click();
          tabs[next]?.focus();
        });
        list.append(tab);
      }
      bar.append(list);
    }
    bar.append(copyButton(sample));
    sample.classList.add("has-bar");
    if (caption) caption.append(bar);
  }

  /** Where several samples stand together, one is shown and a list chooses it. */
  function addChooser(aside) {
    const samples = [...aside.querySelectorAll("figure.sample")];
    if (samples.length < 2) return;
    const show = (wanted) => {
      for (const sample of samples) sample.hidden = sample !== wanted;
    };
    for (const sample of samples) {
      const caption = sample.querySelector("figcaption");
      const title = caption?.querySelector(".caption");
      if (!caption || !title) continue;
      const chooser = element("select", {
        class: "chooser",
        "aria-label": "Example",
      });
      for (const [index, other] of samples.entries()) {
        const name = other.querySelector(".caption")?.textContent ?? "";
        const option = element("option", { value: String(index) }, name);
        option.selected = other === sample;
        chooser.append(option);
      }
      chooser.addEventListener("change", () => {
        const wanted = samples[Number(chooser.value)];
        chooser.value = String(samples.indexOf(sample));
        show(wanted);
        wanted?.querySelector(".chooser")?.focus();
      });
      title.hidden = true;
      caption.prepend(chooser);
    }
    const target = samples.find((sample) => `#${sample.id}` === location.hash);
    show(target ?? samples[0]);
  }

  function rememberLanguage() {
    showLanguage(remembered("docs-language") ?? "curl");
  }

  function showLanguage(label) {
    for (const sample of document.querySelectorAll("figure.sample")) {
      const panels = [...sample.querySelectorAll(".panel")];
      if (panels.length < 2) continue;
      const wanted =
        panels.find((panel) => panel.dataset.label === label) ?? panels[0];
      for (const panel of panels) {
        const isShown = panel === wanted;
        panel.hidden = !isShown;
        const tab = document.getElementById(`${panel.id}-tab`);
        tab?.setAttribute("aria-selected", String(isShown));
        tab?.setAttribute("tabindex", isShown ? "0" : "-1");
      }
    }
  }

  /** A link to itself on every field: in the pages they would be a third of the text. */
  function addAnchors() {
    for (const field of document.querySelectorAll(".field, .variant")) {
      const name = field.querySelector(".name, .pattern, .variant-title");
      field.firstElementChild?.prepend(
        element(
          "a",
          {
            class: "anchor",
            href: `#${field.id}`,
            "aria-label": `Link to ${name?.textContent ?? "this"}`,
          },
          "#",
        ),
      );
    }
  }

  function markContents() {
    const links = new Map();
    for (const link of document.querySelectorAll(".contents a")) {
      links.set(decodeURIComponent(link.hash.slice(1)), link);
    }
    const headings = [...links.keys()]
      .map((id) => document.getElementById(id))
      .filter((heading) => heading !== null);
    let isWaiting = false;
    const mark = () => {
      isWaiting = false;
      const passed = headings.filter(
        (heading) => heading.getBoundingClientRect().top < 140,
      );
      const current = passed.at(-1);
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    document.addEventListener(
      "scroll",
      () => {
        if (isWaiting) return;
        isWaiting = true;
        requestAnimationFrame(mark);
      },
      { passive: true },
    );
    mark();
  }
})();
