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
      {
        page: "operations/add-pet",
        title: "addPet",
        method: "POST",
        path: "/pets",
      },
      {
        page: "operations/list-events",
        title: "listEvents",
        method: "GET",
        path: "/events",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/adopted",
        title: "Adopted",
      },
      {
        page: "schemas/cat",
        title: "Cat",
      },
      {
        page: "schemas/dog",
        title: "Dog",
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
        page: "schemas/fed",
        title: "Fed",
      },
      {
        page: "schemas/payment",
        title: "Payment",
      },
      {
        page: "schemas/pet",
        title: "Pet",
      },
      {
        page: "schemas/result",
        title: "Result",
      },
    ],
  },
];
