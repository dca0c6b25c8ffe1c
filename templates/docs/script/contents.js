// The headings of this page in the sidebar, and a link to itself on everything that has an id.
(() => {
  "use strict";

  const { element, whenParsed } = docs;

  whenParsed(() => {
    showContents();
    addAnchors();
    openTarget();
  });
  addEventListener("hashchange", openTarget);

  /** Opens what folds away the target of the address. */
  function openTarget() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id === "" ? null : document.getElementById(id);
    for (let at = target; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    if (target?.closest("details")) target.scrollIntoView();
  }

  function showContents() {
    const place = document.getElementById("docs-contents");
    const sections = [...document.querySelectorAll("section > h2[id]")];
    if (!place || sections.length === 0) return;
    const list = element("ul");
    const item = (id, text) =>
      element("li", {}, element("a", { href: `#${id}` }, text));
    for (const heading of sections) {
      const entry = item(heading.id, heading.textContent);
      const inner = element("ul");
      for (const part of heading.parentElement.children) {
        const title = part.matches("h3")
          ? part
          : part.querySelector("summary > h3");
        const isPart = part.id !== "" && part.matches("h3, details");
        if (isPart && title) inner.append(item(part.id, title.textContent));
      }
      if (inner.childElementCount > 0) entry.append(inner);
      list.append(entry);
    }
    place.append(element("p", {}, "On this page"), list);
    markContents(list);
  }

  function addAnchors() {
    for (const place of document.querySelectorAll(
      ".fields > li, .variant, h2[id], h3[id]",
    )) {
      const isHeading = place.matches("h2, h3");
      const name = isHeading ? place : place.querySelector("code, var, p");
      place.prepend(
        element(
          "a",
          {
            class: "anchor",
            href: `#${place.id}`,
            "aria-label": `Link to ${name?.textContent ?? "this"}`,
          },
          "#",
        ),
      );
    }
  }

  /** Marks the heading that is read. */
  function markContents(list) {
    const links = new Map();
    for (const link of list.querySelectorAll("a")) {
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
