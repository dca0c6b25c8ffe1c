// "Try it": a button beside the sample that loads the panel, and languages that the page itself does not hold.
(() => {
  "use strict";

  const { element, whenParsed } = docs;
  const { currentScript } = document;
  const folder = currentScript.src.replace(/[^/]*$/, "try-it/");
  let loading;

  whenParsed(() => {
    const group = document.getElementById("docs-request");
    if (!("tryIt" in document.body.dataset) || !group) return;
    const button = element(
      "button",
      { type: "button", class: "try-it-open" },
      "Try it",
    );
    button.addEventListener("click", () => open(group, button));
    const failure = element("p", { class: "try-it-failure", role: "alert" });
    group.append(element("div", { class: "actions" }, button, failure));
    if (location.hash === "#try-it") open(group, button);
  });

  async function open(group, button) {
    const failure = group.querySelector(".try-it-failure");
    failure.textContent = "";
    button.disabled = true;
    try {
      await load();
      await globalThis.tryIt.open(document.body.dataset.page, shown(group));
    } catch (error) {
      failure.textContent = `The panel cannot be opened: ${error.message}`;
    }
    button.disabled = false;
  }

  /** The index of the example that is shown. */
  function shown(group) {
    const figures = [...group.querySelectorAll("figure")];
    return Math.max(
      0,
      figures.findIndex((figure) => !figure.hidden),
    );
  }

  /** Loads the panel with its style, once. */
  function load() {
    loading ??= Promise.all([
      loaded("link", { rel: "stylesheet", href: `${folder}style.css` }),
      loaded("script", { src: `${folder}panel.js` }),
    ]).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  function loaded(name, attributes) {
    return new Promise((resolve, reject) => {
      const added = element(name, attributes);
      added.addEventListener("load", resolve);
      added.addEventListener("error", () => {
        reject(new Error("a file of the docs is missing"));
      });
      document.head.append(added);
    });
  }

  /** The sample of an example in a language that is printed in the browser. */
  docs.printSample = async (example, language) => {
    await load();
    return globalThis.tryIt.sample(
      document.body.dataset.page,
      example,
      language,
    );
  };
})();
