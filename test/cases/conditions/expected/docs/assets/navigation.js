globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/pay",
        title: "pay",
        method: "POST",
        path: "/payments",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/payment",
        title: "Payment",
      },
    ],
  },
];
