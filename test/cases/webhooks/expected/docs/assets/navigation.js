globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/subscribe",
        title: "subscribe",
        method: "POST",
        path: "/subscriptions",
      },
    ],
  },
  {
    title: "Webhooks",
    pages: [
      {
        page: "operations/parcel-lost-webhook",
        title: "A parcel was lost.",
        method: "POST",
        path: "parcelLost",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/parcel",
        title: "Parcel",
      },
    ],
  },
];
