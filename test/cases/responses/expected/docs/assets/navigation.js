globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/get-job",
        title: "getJob",
        method: "GET",
        path: "/jobs/{id}",
      },
      {
        page: "operations/head-job",
        title: "headJob",
        method: "HEAD",
        path: "/jobs/{id}",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/job",
        title: "Job",
      },
      {
        page: "schemas/problem",
        title: "Problem",
      },
    ],
  },
];
