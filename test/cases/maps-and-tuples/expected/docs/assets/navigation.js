globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/post-shapes",
        title: "postShapes",
        method: "POST",
        path: "/shapes",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/counts",
        title: "Counts",
      },
      {
        page: "schemas/language",
        title: "Language",
      },
      {
        page: "schemas/neither",
        title: "Neither",
      },
      {
        page: "schemas/nothing",
        title: "Nothing",
      },
      {
        page: "schemas/shapes",
        title: "Shapes",
      },
      {
        page: "schemas/totals",
        title: "Totals",
      },
    ],
  },
];
