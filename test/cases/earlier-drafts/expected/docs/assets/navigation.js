globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/add-line",
        title: "addLine",
        method: "POST",
        path: "/lines",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/line",
        title: "Line",
      },
      {
        page: "schemas/name",
        title: "Name",
      },
      {
        page: "schemas/point",
        title: "Point",
      },
      {
        page: "schemas/reading",
        title: "Reading",
      },
      {
        page: "schemas/tree",
        title: "Tree",
      },
      {
        page: "schemas/unit",
        title: "Unit",
      },
    ],
  },
];
