globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/list-pets",
        title: "listPets",
        method: "GET",
        path: "/pets",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/birth",
        title: "Birth",
      },
      {
        page: "schemas/cat",
        title: "Cat",
      },
      {
        page: "schemas/event",
        title: "Event",
      },
      {
        page: "schemas/event-base",
        title: "EventBase",
      },
      {
        page: "schemas/other",
        title: "Other",
      },
      {
        page: "schemas/pet",
        title: "Pet",
      },
    ],
  },
];
