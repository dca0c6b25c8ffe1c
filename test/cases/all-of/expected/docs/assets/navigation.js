globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/list-staff",
        title: "listStaff",
        method: "GET",
        path: "/staff",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/closed",
        title: "Closed",
      },
      {
        page: "schemas/entity",
        title: "Entity",
      },
      {
        page: "schemas/manager",
        title: "Manager",
      },
      {
        page: "schemas/person",
        title: "Person",
      },
    ],
  },
];
