globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/put-note",
        title: "putNote",
        method: "PUT",
        path: "/notes/{id}",
      },
      {
        page: "operations/watch-notes",
        title: "watchNotes",
        method: "GET",
        path: "/notes/{id}",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/note",
        title: "Note",
      },
    ],
  },
];
