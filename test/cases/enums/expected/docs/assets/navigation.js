globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/get-order",
        title: "getOrder",
        method: "GET",
        path: "/orders/{id}",
      },
      {
        page: "operations/update-order",
        title: "updateOrder",
        method: "PUT",
        path: "/orders/{id}",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/carrier",
        title: "Carrier",
      },
      {
        page: "schemas/country",
        title: "Country",
      },
      {
        page: "schemas/insured",
        title: "Insured",
      },
      {
        page: "schemas/order",
        title: "Order",
      },
      {
        page: "schemas/order-status",
        title: "OrderStatus",
      },
      {
        page: "schemas/packing-model",
        title: "PackingModel",
      },
      {
        page: "schemas/previous-status",
        title: "PreviousStatus",
      },
      {
        page: "schemas/priority",
        title: "Priority",
      },
      {
        page: "schemas/size",
        title: "Size",
      },
    ],
  },
];
