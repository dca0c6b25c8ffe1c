globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/upload",
        title: "upload",
        method: "POST",
        path: "/uploads",
      },
      {
        page: "operations/attach",
        title: "attach",
        method: "POST",
        path: "/attachments",
      },
      {
        page: "operations/replace",
        title: "replace",
        method: "PUT",
        path: "/attachments/raw",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/attachments",
        title: "Attachments",
      },
      {
        page: "schemas/file-model",
        title: "File",
      },
      {
        page: "schemas/meta",
        title: "Meta",
      },
    ],
  },
];
