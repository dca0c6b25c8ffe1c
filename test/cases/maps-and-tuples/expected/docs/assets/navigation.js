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
        page: "schemas/shapes",
        title: "Shapes",
      },
    ],
  },
];
