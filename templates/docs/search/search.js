// What the search field asks: an index of all pages, made here from the lists of pages and their texts.
(() => {
  "use strict";

  const { loadGroups, loadList, loadScript } = docs;
  const texts = new Map();
  const pages = new Map();

  /** Called by a script of `assets/search/`. */
  docs.searchTexts = (key, list) => texts.set(key, list);

  /** Every term of the indexes. */
  const known = new Set();
  const titles = newIndex(["title", "id", "path"]);
  const everything = newIndex(["title", "id", "path", "fields", "text"]);
  let names;
  let whole;

  /** Loads the index: `titles` is there first, `whole` when the texts are. */
  docs.loadIndex = () => {
    names ??= loadTitles();
    whole ??= names.then(loadTexts);
    return { names, whole };
  };

  /** Gives what a query finds, best first: by titles, and again with the texts. */
  docs.search = async function* (query) {
    const loading = docs.loadIndex();
    let isWhole = false;
    void loading.whole.then(() => (isWhole = true));
    await loading.names;
    if (!isWhole) {
      const found = find(titles, query);
      if (found.length > 0) yield found;
    }
    await loading.whole;
    yield find(everything, query);
  };

  async function allLists() {
    const keys = (await loadGroups()).flatMap(({ lists }) =>
      lists.map(({ key }) => key),
    );
    return Promise.all(
      keys.map(async (key) => ({ key, list: await loadList(key) })),
    );
  }

  async function loadTitles() {
    for (const { list } of await allLists())
      for (const page of list) pages.set(page.page, page);
    titles.addAll([...pages.values()]);
  }

  async function loadTexts() {
    const lists = await allLists();
    const found = await Promise.all(
      lists.map(async ({ key, list }) => {
        await loadScript(`assets/search/${key}.js`);
        const own = texts.get(key) ?? [];
        return list.map((page, index) => ({ ...page, ...own[index] }));
      }),
    );
    const all = found.flat();
    for (const page of all) pages.set(page.page, page);
    await everything.addAllAsync(all, { chunkSize: 100 });
  }

  function newIndex(fields) {
    return new MiniSearch({
      idField: "page",
      fields,
      tokenize: termsOf,
      processTerm: (term, field) => {
        // A query has no field.
        if (field !== undefined) known.add(term);
        return term;
      },
      searchOptions: {
        boost: { title: 6, id: 6, path: 4, fields: 3, text: 1 },
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        weights: { prefix: 0.5, fuzzy: 0.15 },
      },
    });
  }

  function find(index, query) {
    const words = wordsOf(query);
    const queries = namesOf(query).map(queryOf);
    const every = index.search({ combineWith: "AND", queries });
    // Where no page has all of the words, those with most of them help.
    const found =
      every.length > 0 ? every : index.search({ combineWith: "OR", queries });
    const typed = words.map((word) => swappedOf(word)[0] ?? word).join(" ");
    const tiers = new Map(
      found.map(({ id }) => [id, tierOf(pages.get(id), typed)]),
    );
    return found
      .sort((a, b) => tiers.get(a.id) - tiers.get(b.id) || b.score - a.score)
      .map(({ id, match }) => ({
        ...pages.get(id),
        field: fieldOf(id, match),
      }));
  }

  /**
   * A name, as a whole or by its parts. Short words begin too many others; the last one may be typed still.
   */
  function queryOf(name, at, { length }) {
    const isLast = at === length - 1;
    const oneOf = (word) => ({
      combineWith: "OR",
      queries: [word, ...swappedOf(word)],
      prefix: word.length > 2 || isLast,
    });
    const parts = wordsOf(name);
    const byParts = { combineWith: "AND", queries: parts.map(oneOf) };
    if (parts.length === 1) return byParts;
    return {
      combineWith: "OR",
      queries: [oneOf(name.toLowerCase()), byParts],
    };
  }

  /** A word may have had two of its letters swapped, which is the most common typo. */
  function swappedOf(word) {
    if (known.has(word) || word.length < 4) return [];
    return [...word.slice(1)].flatMap((letter, at) => {
      const other = word.slice(0, at) + letter + word[at] + word.slice(at + 2);
      return known.has(other) ? [other] : [];
    });
  }

  /** How well a page's names are what was typed: 0 the same, 1 a beginning, 2 a part, 3 else. */
  function tierOf(page, typed) {
    const { title, id = "", path = "", method = "" } = page;
    const place = path.replace(/\{[^{}]*\}/g, " ");
    const tier = (text) => {
      const own = wordsOf(text).join(" ");
      const [whole, start] = [own, typed].map((each) =>
        each.replaceAll(" ", ""),
      );
      if (whole === "") return 3;
      if (whole === start) return 0;
      if (whole.startsWith(start)) return 1;
      return ` ${own} `.includes(` ${typed} `) ? 2 : 3;
    };
    return Math.min(...[title, id, place, path, `${method} ${path}`].map(tier));
  }

  /** The words of a text in lower case; names are several: `createOrder` is `create` and `order`. */
  function wordsOf(text) {
    return [
      ...text.matchAll(
        /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{N}+|[\p{L}\p{M}]+/gu,
      ),
    ].map(([word]) => word.toLowerCase());
  }

  function namesOf(text) {
    return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  }

  /** What a text is found by: its words, and each name as a whole. */
  function termsOf(text) {
    return namesOf(text).flatMap((name) => {
      const parts = wordsOf(name);
      return parts.length > 1 ? [name.toLowerCase(), ...parts] : parts;
    });
  }

  /** The name of the field that was found, if no name of the page was. */
  function fieldOf(id, match) {
    const matched = Object.entries(match);
    const isOther = matched.some(([, fields]) =>
      fields.some((field) => field !== "fields" && field !== "text"),
    );
    if (isOther) return undefined;
    const terms = matched
      .filter(([, fields]) => fields.includes("fields"))
      .map(([term]) => term);
    const { fields = "" } = pages.get(id);
    return fields
      .split(" ")
      .find((name) => termsOf(name).some((term) => terms.includes(term)));
  }
})();
