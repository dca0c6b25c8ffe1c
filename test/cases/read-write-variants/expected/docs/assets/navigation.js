globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/open-account",
        title: "openAccount",
        method: "POST",
        path: "/accounts",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/account",
        title: "Account",
      },
      {
        page: "schemas/owner",
        title: "Owner",
      },
      {
        page: "schemas/problem",
        title: "Problem",
      },
      {
        page: "schemas/state",
        title: "State",
      },
    ],
  },
];
