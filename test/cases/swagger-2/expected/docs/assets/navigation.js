globalThis.docsNavigation = [
  {
    title: "All operations",
    pages: [
      {
        page: "operations/get-pet",
        title: "Gives one pet",
        method: "GET",
        path: "/pets/{id}",
      },
      {
        page: "operations/put-pet",
        title: "putPet",
        method: "PUT",
        path: "/pets/{id}",
      },
      {
        page: "operations/patch-pet",
        title: "patchPet",
        method: "PATCH",
        path: "/pets/{id}",
      },
      {
        page: "operations/get-picture",
        title: "getPicture",
        method: "GET",
        path: "/pets/{id}/picture",
      },
      {
        page: "operations/put-picture",
        title: "putPicture",
        method: "POST",
        path: "/pets/{id}/picture",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/cat",
        title: "Cat",
      },
      {
        page: "schemas/pet",
        title: "Pet",
      },
      {
        page: "schemas/pet-base",
        title: "PetBase",
      },
      {
        page: "schemas/problem",
        title: "Problem",
      },
    ],
  },
];
