globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/by-default",
        title: "byDefault",
        method: "GET",
        path: "/default",
      },
      {
        page: "operations/in-public",
        title: "inPublic",
        method: "GET",
        path: "/public",
      },
      {
        page: "operations/optionally",
        title: "optionally",
        method: "GET",
        path: "/optional",
      },
      {
        page: "operations/either-way",
        title: "eitherWay",
        method: "GET",
        path: "/either",
      },
      {
        page: "operations/both-together",
        title: "bothTogether",
        method: "GET",
        path: "/both",
      },
      {
        page: "operations/get-setup-flow-by-id",
        title: "getSetupFlowById",
        method: "GET",
        path: "/flows/{id}",
      },
    ],
  },
];
