// "Try it": a button beside the sample that loads the panel, and languages that the page itself does not hold.
(() => {
  "use strict";

  const { element, remember, remembered, whenParsed } = docs;
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
    group.append(
      element("div", { class: "actions" }, button, languagePicker(group)),
      failure,
    );
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

  /** Languages that the page itself has no sample in: the same printers as the panel's make it of the example. */
  function languagePicker(group) {
    const names = ["fetch", "Python", "Go", "Java", "PHP", "Ruby", "C#"];
    const picker = element(
      "select",
      { "aria-label": "Other languages" },
      ...["Other languages", ...names].map((name, index) =>
        element("option", { value: index === 0 ? "" : name }, name),
      ),
    );
    const code = element("code");
    const block = element("pre", { tabindex: "0", hidden: "" }, code);
    const show = async () => {
      block.hidden = picker.value === "";
      if (block.hidden) return;
      block.setAttribute("aria-label", `${picker.value} sample`);
      try {
        await load();
        code.textContent = await globalThis.tryIt.sample(
          document.body.dataset.page,
          shown(group),
          picker.value,
        );
      } catch (error) {
        code.textContent = error.message;
      }
    };
    picker.addEventListener("change", () => {
      if (picker.value !== "") remember("docs-language", picker.value);
      show();
    });
    group.addEventListener("change", (event) => {
      if (event.target !== picker) show();
    });
    const last = remembered("docs-language") ?? "";
    if (names.includes(last)) {
      picker.value = last;
      show();
    }
    return element("div", { class: "languages" }, picker, block);
  }
})();
