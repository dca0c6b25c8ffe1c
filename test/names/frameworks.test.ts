import { describe, expect, test } from "vitest";
import { baseNames, description, nameDescription } from "./named.js";

type Operations = Parameters<typeof description>[1];

/** The builders, in the order of the operations. */
function builders(
  operations: Operations,
  operationNames?: "short" | "full",
): string[] {
  const named = nameDescription(description({}, operations), operationNames);
  const names = baseNames(named);
  return named.api.operations.map(({ pointer }) => names[pointer] ?? "");
}

describe("what a framework adds to an operationId is left out", () => {
  test.each([
    ["GET /items/{item_id}", "read_item_items__item_id__get", [], "readItem"],
    ["POST /items/", "create_item_items__post", [], "createItem"],
    ["GET /", "read_root__get", [], "readRoot"],
    ["GET /a-b/{c}.json", "show_a_b__c__json_get", [], "show"],
    ["GET /users/{id}", "getUserUsingGET", [], "getUser"],
    ["GET /users", "UsersController_findAll", [], "findAll"],
    ["GET /v1/users", "UsersController_findAll_v1", ["Users"], "findAllV1"],
    ["GET /users", "Users_GetAll", ["Users"], "getAll"],
    ["POST /check", "CheckService_Check", ["CheckService"], "check"],
    ["GET /items", "items-read_items", ["items"], "readItems"],
    ["GET /a/m", "a:m:list_members", ["a", "m", "public"], "listMembers"],
  ])("%s %s %j: %s", (place, operationId, tags, name) => {
    const operations = { [place]: { operationId, tags } };
    expect(builders(operations)).toEqual([name]);
    expect(builders(operations, "full")).not.toEqual([name]);
  });
});

describe("what is no framework's stays", () => {
  test.each([
    // Another path, another method.
    [
      "GET /other",
      "read_item_items__item_id__get",
      [],
      "readItemItemsItemIdGet",
    ],
    ["POST /items/", "create_item_items__get", [], "createItemItemsGet"],
    ["POST /users", "getUserUsingGET", [], "getUserUsingGET"],
    // No name would remain, or a reserved one.
    ["GET /items", "_items_get", [], "itemsGet"],
    ["DELETE /users", "UsersController_delete", [], "usersControllerDelete"],
    ["GET /users", "UsersController_2fa", [], "usersController2fa"],
    // Another tag, or words that are not a framework's.
    ["GET /users", "Users_GetAll", ["People"], "usersGetAll"],
    ["GET /user", "user_ruleset_update", ["user"], "userRulesetUpdate"],
    ["GET /user", "user_login", ["user"], "userLogin"],
    ["GET /actions", "actions/list-runs", ["actions"], "actionsListRuns"],
    ["GET /items", "items-list", ["items"], "itemsList"],
    ["GET /a/m", "m:a:list_members", ["a", "m"], "maListMembers"],
  ])("%s %s %j: %s", (place, operationId, tags, name) => {
    expect(builders({ [place]: { operationId, tags } })).toEqual([name]);
  });
});

describe("where short names meet, each keeps its long one", () => {
  const cats = { "GET /cats": { operationId: "CatsController_findAll" } };
  const dogs = { "GET /dogs": { operationId: "DogsController_findAll" } };
  const plain = { "GET /all": { operationId: "findAll" } };
  const twin = { "GET /twin": { operationId: "find_all" } };
  const pinned = {
    "GET /pin": { operationId: "x", "x-specwright-name": "findAll" },
  };

  test("of two frameworks' names both", () => {
    const long = ["catsControllerFindAll", "dogsControllerFindAll"];
    expect(builders({ ...cats, ...dogs })).toEqual(long);
    expect(builders({ ...dogs, ...cats })).toEqual(long.reverse());
  });

  test.each([
    ["an id", plain, "findAll"],
    ["an id in another spelling", twin, "findAll"],
    ["a pinned name", pinned, "findAll"],
  ])("%s is never touched", (_title, other, name) => {
    expect(builders({ ...cats, ...other })).toEqual([
      "catsControllerFindAll",
      name,
    ]);
    expect(builders({ ...other, ...cats })).toEqual([
      name,
      "catsControllerFindAll",
    ]);
  });

  test("a pinned name is used as it is", () => {
    expect(
      builders({
        "GET /users": {
          operationId: "UsersController_findAll",
          "x-specwright-name": "UsersController_findAll",
        },
      }),
    ).toEqual(["usersControllerFindAll"]);
  });
});
