// Everything in these scripts adds to pages that are whole without them. Their parts are joined to one classic
// script, which runs from the file system and under a Content Security Policy. What they share is `docs`.
(() => {
  "use strict";

  const root = document.documentElement;
  /** The address of the root of the docs. */
  const base = new URL("..", document.currentScript.src).href;
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
  document.head.append(
    element("link", { rel: "icon", href: `${base}assets/icon.svg` }),
  );
  whenParsed(addPlaces);

  /** Adds the places of what scripts show: pages carry none of it. */
  function addPlaces() {
    const side = document.getElementById("docs-side");
    side?.append(
      element("div", { id: "docs-contents" }),
      element("div", { id: "docs-navigation" }),
    );
    const content = document.getElementById("docs-content");
    content?.append(element("div", { id: "docs-pager" }));
  }

  // Samples become shorter by tabs. Until they are, what they would move is not shown; a script that fails hides nothing.
  root.classList.add("starting");
  const start = () => root.classList.remove("starting");
  addEventListener("error", start);
  whenParsed(() => requestAnimationFrame(() => requestAnimationFrame(start)));

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

  const loaded = new Map();

  /** Loads a script once; says whether it is there. A page of the file system can load nothing else. */
  function loadScript(path) {
    const known = loaded.get(path);
    if (known) return known;
    const promise = new Promise((resolve) => {
      const script = element("script", { src: `${base}${path}` });
      script.addEventListener("load", () => resolve(true));
      script.addEventListener("error", () => resolve(false));
      document.head.append(script);
    });
    loaded.set(path, promise);
    return promise;
  }

  /** What scripts that were loaded later have registered, and who waits for it. */
  const expansions = new Map();

  /** Loads the fields and the example of a schema. */
  function load(path) {
    const known = expansions.get(path);
    if (known) return known.promise;
    const { promise, resolve } = deferred();
    expansions.set(path, { promise, resolve });
    void loadScript(`${path}.js`).then((isThere) => {
      if (!isThere) resolve({ html: "", example: "" });
    });
    return promise;
  }

  /** Called by a script that was loaded. */
  function expansion(path, html, example) {
    expansions.get(path)?.resolve({ html, example });
  }

  function deferred() {
    let resolve;
    const promise = new Promise((done) => (resolve = done));
    return { promise, resolve };
  }

  let speaker;

  /** Has a screen reader say something that is seen elsewhere. */
  function announce(text) {
    speaker ??= element("div", { class: "spoken", role: "status" });
    if (!speaker.isConnected) document.body.append(speaker);
    // A text that stays the same is not said again.
    speaker.textContent = "";
    setTimeout(() => (speaker.textContent = text), 50);
  }

  globalThis.docs = {
    announce,
    base,
    element,
    expansion,
    load,
    loadScript,
    remember,
    remembered,
    themeButton,
    whenParsed,
  };
})();
