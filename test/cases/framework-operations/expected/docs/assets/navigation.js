globalThis.docsNavigation = [
  {
    title: "items",
    pages: [
      {
        page: "operations/read-item",
        title: "read_item_items__item_id__get",
        method: "GET",
        path: "/items/{item_id}",
      },
    ],
  },
  {
    title: "Users",
    pages: [
      {
        page: "operations/update",
        title: "Users_Update",
        method: "PUT",
        path: "/users",
      },
      {
        page: "operations/users-create",
        title: "Users_Create",
        method: "POST",
        path: "/users",
      },
    ],
  },
  {
    title: "Other",
    pages: [
      {
        page: "operations/find-all",
        title: "UsersController_findAll",
        method: "GET",
        path: "/users",
      },
      {
        page: "operations/cats-controller-create",
        title: "CatsController_create",
        method: "POST",
        path: "/cats",
      },
      {
        page: "operations/dogs-controller-create",
        title: "DogsController_create",
        method: "POST",
        path: "/dogs",
      },
    ],
  },
  {
    title: "Schemas",
    pages: [
      {
        page: "schemas/item",
        title: "Item",
      },
    ],
  },
];
