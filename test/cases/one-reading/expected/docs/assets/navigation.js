globalThis.docsNavigation = [
  {
    title: "orders",
    pages: [
      {
        page: "operations/list-orders",
        title: "listOrders",
        method: "GET",
        path: "/orders",
      },
      {
        page: "operations/post-orders",
        title: "postOrders",
        method: "POST",
        path: "/orders",
      },
    ],
  },
  {
    title: "Other",
    pages: [
      {
        page: "operations/get-orders-by-id",
        title: "getOrdersById",
        method: "GET",
        path: "/orders/{id}",
      },
      {
        page: "operations/get-orders-by-code",
        title: "getOrdersByCode",
        method: "GET",
        path: "/orders/{code}",
      },
      {
        page: "operations/refund",
        title: "refund",
        method: "POST",
        path: "/refunds",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/card",
        title: "Card",
      },
      {
        page: "schemas/cash",
        title: "Cash",
      },
      {
        page: "schemas/order",
        title: "Order",
      },
      {
        page: "schemas/payment",
        title: "Payment",
      },
    ],
  },
];
