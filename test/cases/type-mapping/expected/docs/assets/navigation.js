globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/get-order",
        title: "getOrder",
        method: "GET",
        path: "/accounts/{sid}/orders/{id}",
      },
      {
        page: "operations/put-order",
        title: "putOrder",
        method: "PUT",
        path: "/accounts/{sid}/orders/{id}",
      },
      {
        page: "operations/stream-lines",
        title: "streamLines",
        method: "GET",
        path: "/lines",
      },
      {
        page: "operations/send-lines",
        title: "sendLines",
        method: "POST",
        path: "/lines",
      },
      {
        page: "operations/send-plain",
        title: "sendPlain",
        method: "POST",
        path: "/plain",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/account-sid",
        title: "AccountSid",
      },
      {
        page: "schemas/cancelled",
        title: "Cancelled",
      },
      {
        page: "schemas/entity",
        title: "Entity",
      },
      {
        page: "schemas/event",
        title: "Event",
      },
      {
        page: "schemas/line",
        title: "Line",
      },
      {
        page: "schemas/money",
        title: "Money",
      },
      {
        page: "schemas/order",
        title: "Order",
      },
      {
        page: "schemas/plain",
        title: "Plain",
      },
      {
        page: "schemas/shipped",
        title: "Shipped",
      },
    ],
  },
];
