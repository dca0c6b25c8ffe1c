globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/search",
        title: "search",
        method: "GET",
        path: "/search/{point}/{labels}/{matrix}",
      },
    ],
  },
];
