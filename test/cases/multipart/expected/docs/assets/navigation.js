globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/upload",
        title: "upload",
        method: "POST",
        path: "/uploads",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/meta",
        title: "Meta",
      },
    ],
  },
];
