globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/things-get-by-id",
        title: "things/get-by_id",
        method: "GET",
        path: "/things/{thing-id}",
      },
      {
        page: "operations/post-things-by-thing-id",
        title: "postThingsByThingId",
        method: "POST",
        path: "/things/{thing-id}",
      },
      {
        page: "operations/get-companies-by-company-id-companies-integration-feature-settings-by-id-of-the-integration7",
        title:
          "getCompaniesByCompanyIdCompaniesIntegrationFeatureSettingsByIdOfTheIntegration7",
        method: "GET",
        path: "/measurements/{station}",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/date-time-v2",
        title: "Date_Time.V2",
      },
      {
        page: "schemas/promise-model",
        title: "Promise",
      },
      {
        page: "schemas/date-dash-time-dot-v2",
        title: "date-time.v2",
      },
      {
        page: "schemas/default",
        title: "default",
      },
      {
        page: "schemas/string-model",
        title: "string",
      },
    ],
  },
];
