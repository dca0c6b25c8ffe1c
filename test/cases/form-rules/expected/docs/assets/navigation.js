globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/send-message",
        title: "Sends a message.",
        method: "POST",
        path: "/messages",
      },
    ],
  },
];
