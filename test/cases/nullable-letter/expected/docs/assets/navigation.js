globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/get-entry",
        title: "getEntry",
        method: "GET",
        path: "/entry",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/entry",
        title: "Entry",
      },
      {
        page: "schemas/owner",
        title: "Owner",
      },
    ],
  },
];
