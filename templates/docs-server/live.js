// Reloads a page that `specwright docs` serves when its files change, and shows what is wrong with the description.
(() => {
  "use strict";

  const base = document.querySelector('meta[name="docs-base"]')?.content ?? "/";
  const file =
    decodeURIComponent(location.pathname.slice(base.length)) || "index.html";
  const source = new EventSource(`${base}-/events`);
  const isPage = document.querySelector("article") !== null;
  let shown;
  let wasLost = false;

  source.addEventListener("error", () => {
    wasLost = true;
  });
  source.addEventListener("message", ({ data }) => {
    const { run, changed, problems } = JSON.parse(data);
    const isStale = shown !== undefined && shown !== run;
    shown = run;
    showProblems(problems);
    const isOwn = (path) => path === file || path.startsWith("assets/");
    if (isStale && (!isPage || wasLost || changed.some(isOwn)))
      location.reload();
  });

  /** A box over the page; the last good page stays below. */
  function showProblems(problems) {
    document.getElementById("docs-problems")?.remove();
    if (problems.length === 0) return;
    if (document.title === "No pages yet") {
      document.querySelector("main ul")?.replaceChildren(...items(problems));
      return;
    }
    const box = document.createElement("section");
    box.id = "docs-problems";
    box.setAttribute("role", "alert");
    const title = document.createElement("h2");
    title.textContent = "These pages are older than the description";
    const list = document.createElement("ul");
    list.append(...items(problems));
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Hide";
    button.addEventListener("click", () => box.remove());
    box.append(title, list, button);
    document.body.append(box);
  }

  function items(problems) {
    return problems.map((problem) => {
      const item = document.createElement("li");
      item.textContent = problem;
      return item;
    });
  }
})();
