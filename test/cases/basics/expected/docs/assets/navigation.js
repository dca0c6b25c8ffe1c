globalThis.docsNavigation = [
  {
    title: "books",
    pages: [
      {
        page: "operations/list-books",
        title: "Lists the books of the library.",
        method: "GET",
        path: "/books",
      },
      {
        page: "operations/add-book",
        title: "Adds a book.",
        method: "POST",
        path: "/books",
      },
      {
        page: "operations/get-book",
        title: "getBook",
        method: "GET",
        path: "/books/{isbn}",
      },
      {
        page: "operations/remove-book",
        title: "removeBook",
        method: "DELETE",
        path: "/books/{isbn}",
        isDeprecated: true,
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/book",
        title: "Book",
      },
      {
        page: "schemas/genre",
        title: "Genre",
      },
      {
        page: "schemas/isbn",
        title: "Isbn",
      },
      {
        page: "schemas/new-book",
        title: "NewBook",
      },
    ],
  },
];
