globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/get-entry",
        title: "getEntry",
        method: "GET",
        path: "/entries/{id}",
      },
      {
        page: "operations/put-entry",
        title: "putEntry",
        method: "PUT",
        path: "/entries/{id}",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/cat",
        title: "Cat",
      },
      {
        page: "schemas/count",
        title: "Count",
      },
      {
        page: "schemas/dog",
        title: "Dog",
      },
      {
        page: "schemas/entry",
        title: "Entry",
      },
      {
        page: "schemas/maybe-owner",
        title: "MaybeOwner",
      },
      {
        page: "schemas/owner",
        title: "Owner",
      },
      {
        page: "schemas/untyped",
        title: "Untyped",
      },
    ],
  },
];
