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
