// Everything in these scripts adds to pages that are whole without them. Their parts are joined to one classic
// script, which runs from the file system and under a Content Security Policy. What they share is `docs`.
(() => {
  "use strict";

  const root = document.documentElement;
  const base = root.dataset.root ?? "";
  const themes = ["auto", "light", "dark"];

  /** Runs when the page is parsed. */
  function whenParsed(run) {
    document.addEventListener("DOMContentLoaded", run);
  }

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

  setTheme(remembered("docs-theme") ?? "auto");

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

  globalThis.docs = {
    base,
    element,
    remember,
    remembered,
    themeButton,
    whenParsed,
  };
})();
