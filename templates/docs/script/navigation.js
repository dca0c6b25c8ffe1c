// The list of all pages in the sidebar, and the pages before and after this one. A page loads the list that it is in;
// the others are loaded when they are opened.
(() => {
  "use strict";

  const { base, element, loadScript, whenParsed } = docs;
  const lists = new Map();
  let groups = [];

  /** Called by `assets/navigation.js`. */
  docs.groups = (all) => (groups = all);
  /** Called by a script of `assets/lists/`. */
  docs.list = (key, pages) => lists.set(key, pages);

  /** The groups of pages, each with the keys of its lists. */
  docs.loadGroups = async () => {
    await loadScript("assets/navigation.js");
    return groups;
  };

  /** The pages of a list. */
  docs.loadList = async (key) => {
    await loadScript(`assets/lists/${key}.js`);
    return lists.get(key) ?? [];
  };

  /** What a link to a page shows: its method and title. */
  docs.pageWords = ({ title, method }) => {
    const words = [element("span", {}, title)];
    if (method) {
      const known = /^(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE|QUERY)$/;
      const style = known.test(method) ? method.toLowerCase() : "other";
      words.unshift(element("b", { class: style }, method));
    }
    return words;
  };

  whenParsed(async () => {
    const { list = "", page } = document.body.dataset;
    const [all, own] = await Promise.all([
      docs.loadGroups(),
      list === "" ? [] : docs.loadList(list),
    ]);
    await Promise.all([showGroups(all, list, page), showPager(all, list, own)]);
  });

  async function showGroups(all, list, current) {
    const place = document.getElementById("docs-navigation");
    if (!place) return;
    const shown = await Promise.all(
      all.map((group) => {
        const isOwn = group.lists.some(({ key }) => key === list);
        const isShort = all.length < 4 && group.lists.length === 1;
        return groupElement(group, list, current, isOwn || isShort);
      }),
    );
    // All at once, so that nothing moves.
    place.append(...shown);
    const side = place.closest("#docs-side");
    const link = place.querySelector("[aria-current]");
    if (!side || !link) return;
    const { top, bottom } = link.getBoundingClientRect();
    if (bottom > side.getBoundingClientRect().bottom || top < 0)
      side.scrollTop += top - side.clientHeight / 2;
  }

  async function groupElement(group, list, current, isOpen) {
    const [only, ...others] = group.lists;
    if (others.length === 0)
      return folded(group.title, isOpen, () => pageLinks(only.key, current));
    return folded(group.title, isOpen, () =>
      Promise.all(
        group.lists.map(({ key, title }) =>
          folded(title, key === list, () => pageLinks(key, current)),
        ),
      ),
    );
  }

  /** A heading that opens; what is below it is made when it is opened first. */
  async function folded(title, isOpen, make) {
    const details = element("details", {}, element("summary", {}, title));
    let isMade = false;
    const fill = async () => {
      if (isMade) return;
      isMade = true;
      details.append(...(await make()));
    };
    if (isOpen) {
      await fill();
      details.open = true;
    }
    details.addEventListener("toggle", fill);
    return details;
  }

  async function pageLinks(key, current) {
    const list = element("ul");
    for (const page of await docs.loadList(key)) {
      const link = element(
        "a",
        { href: `${base}${page.page}.html` },
        ...docs.pageWords(page),
      );
      if (page.isDeprecated) link.classList.add("deprecated");
      if (page.page === current) link.setAttribute("aria-current", "page");
      list.append(element("li", {}, link));
    }
    return [list];
  }

  async function showPager(all, list, own) {
    const place = document.getElementById("docs-pager");
    const at = own.findIndex(({ page }) => page === document.body.dataset.page);
    if (!place || at < 0) return;
    const keys = all.flatMap((group) => group.lists.map(({ key }) => key));
    const index = keys.indexOf(list);
    const near = async (offset) => {
      const key = keys[index + offset];
      return key === undefined ? [] : docs.loadList(key);
    };
    const before = own[at - 1] ?? (await near(-1)).at(-1);
    const after = own[at + 1] ?? (await near(1))[0];
    const nav = element("nav", { "aria-label": "Previous and next page" });
    for (const [page, rel, word] of [
      [before, "prev", "Previous"],
      [after, "next", "Next"],
    ]) {
      if (!page) continue;
      const href = `${base}${page.page}.html`;
      const title = element("span", {}, page.title);
      nav.append(element("a", { href, rel }, `${word}: `, title));
    }
    place.append(nav);
  }
})();
