globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/draw-shape",
        title: "drawShape",
        method: "POST",
        path: "/shapes",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/circle",
        title: "Circle",
      },
      {
        page: "schemas/custom",
        title: "Custom",
      },
      {
        page: "schemas/dashed",
        title: "Dashed",
      },
      {
        page: "schemas/drawn",
        title: "Drawn",
      },
      {
        page: "schemas/erased",
        title: "Erased",
      },
      {
        page: "schemas/event",
        title: "Event",
      },
      {
        page: "schemas/shape",
        title: "Shape",
      },
      {
        page: "schemas/size",
        title: "Size",
      },
      {
        page: "schemas/square",
        title: "Square",
      },
      {
        page: "schemas/style",
        title: "Style",
      },
    ],
  },
];
