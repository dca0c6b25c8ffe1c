globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/put-tree",
        title: "putTree",
        method: "PUT",
        path: "/tree",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/expression",
        title: "Expression",
      },
      {
        page: "schemas/filter",
        title: "Filter",
      },
      {
        page: "schemas/json",
        title: "Json",
      },
      {
        page: "schemas/sum",
        title: "Sum",
      },
      {
        page: "schemas/tree",
        title: "Tree",
      },
    ],
  },
];
