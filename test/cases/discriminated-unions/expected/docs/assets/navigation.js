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
    ],
  },
];
