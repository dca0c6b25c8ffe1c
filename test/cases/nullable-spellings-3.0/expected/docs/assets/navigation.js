globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/get-values",
        title: "getValues",
        method: "GET",
        path: "/values",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/base",
        title: "Base",
      },
      {
        page: "schemas/extended",
        title: "Extended",
      },
      {
        page: "schemas/kind",
        title: "Kind",
      },
      {
        page: "schemas/name",
        title: "Name",
      },
      {
        page: "schemas/values",
        title: "Values",
      },
    ],
  },
];
