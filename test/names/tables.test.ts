import { expect, test } from "vitest";
import { publicRuntime } from "../../generator/emit/runtime-symbols.js";
import { runtimeExports } from "../../generator/names/reserved.js";
import { baseNames, description, nameDescription } from "./named.js";

const text = { type: "string" };

test.each([
  [
    "api.v2010.account.incoming_phone_number",
    "ApiV2010AccountIncomingPhoneNumber",
  ],
  ["IncomingPhoneNumber", "IncomingPhoneNumber"],
  ["URLMap", "URLMap"],
  ["simple-user", "SimpleUser"],
  ["2fa", "Model2fa"],
  ["Error", "ErrorModel"],
  ["Response", "ResponseModel"],
  ["Record", "RecordModel"],
  ["Promise", "PromiseModel"],
  ["Date", "DateModel"],
  ["Map", "MapModel"],
  ["HttpRequest", "HttpRequestModel"],
  ["CallOptions", "CallOptionsModel"],
  ["class", "Class"],
  ["_proto_", "Proto"],
  ["constructor", "Constructor"],
  ["größe", "Größe"],
])("the schema %s is %s", (key, name) => {
  const schemas = JSON.parse(
    `{ ${JSON.stringify(key)}: { "type": "string" } }`,
  ) as Record<string, unknown>;
  expect(
    Object.values(baseNames(nameDescription(description(schemas)))),
  ).toEqual([name]);
});

test.each([
  ["GET /users/{id}", undefined, "getUsersById"],
  ["GET /", undefined, "getRoot"],
  ["DELETE /v1/a.b/{c}/d", undefined, "deleteV1ABByCD"],
  ["POST /pets", "CreatePet", "createPet"],
  ["POST /pets", "create_pet", "createPet"],
  ["POST /pets", "pets/create", "petsCreate"],
  ["POST /pets", "delete", "deleteOperation"],
  ["POST /pets", "default", "defaultOperation"],
  ["POST /pets", "fetch", "fetchOperation"],
  ["POST /pets", "2fa", "operation2fa"],
  ["POST /pets", "URLs", "urLs"],
])("the operation %s with the id %s is %s", (place, operationId, name) => {
  const operation = operationId === undefined ? {} : { operationId };
  const named = nameDescription(description({}, { [place]: operation }));
  expect(Object.values(baseNames(named))).toEqual([name]);
});

test("twins are told apart by what differs, whatever their order", () => {
  const twins = [
    "Foo",
    "foo",
    "FOO",
    "foo-bar",
    "foo_bar",
    "foo.bar",
    "FooBar",
    "fooBar",
  ];
  const expected = {
    Foo: "Foo",
    foo: "FooLowercase",
    FOO: "FOOUppercase",
    FooBar: "FooBar",
    fooBar: "FooBarModel",
    "foo-bar": "FooDashBar",
    "foo.bar": "FooDotBar",
    foo_bar: "FooUnderscoreBar",
  };
  for (const order of [twins, [...twins].reverse()]) {
    const schemas = Object.fromEntries(order.map((key) => [key, text]));
    expect(baseNames(nameDescription(description(schemas)))).toEqual(expected);
  }
});

test("a schema without a name of its own is named after its place", () => {
  const named = nameDescription(
    description({
      Tag: { allOf: [{ type: "object" }, { type: "object" }] },
      Owner: {
        type: "object",
        properties: {
          home: { type: "object" },
          pets: { items: { type: "object" } },
        },
      },
      User: {
        type: "object",
        properties: {
          first: { $ref: "#/components/schemas/Tag/allOf/0" },
          home: { $ref: "#/components/schemas/Owner/properties/home" },
          pet: { $ref: "#/components/schemas/Owner/properties/pets/items" },
        },
      },
    }),
  );
  expect(baseNames(named)).toMatchObject({
    "#/components/schemas/Tag/allOf/0": "TagPart1",
    "#/components/schemas/Owner/properties/home": "OwnerHome",
    "#/components/schemas/Owner/properties/pets/items": "OwnerPetsItem",
  });
});

test("what specwright adds gives way to the names of the description", () => {
  const named = nameDescription(
    description(
      {
        CreatePetInput: text,
        CreatePetResult: text,
        isPet: text,
        Pet: text,
      },
      {
        "POST /pets": { operationId: "createPet" },
        "GET /pets": { operationId: "validatePet" },
      },
    ),
  );
  expect(baseNames(named)).toEqual({
    CreatePetInput: "CreatePetInput",
    CreatePetResult: "CreatePetResult",
    Pet: "Pet",
    isPet: "IsPet",
    "#/paths/~1pets/post": "createPet",
    "#/paths/~1pets/get": "validatePetOperation",
  });
  const operation = named.names.operations.get("#/paths/~1pets/post");
  expect(operation?.input.name).toBe("CreatePetOperationInput");
  expect(operation?.result.name).toBe("CreatePetOperationResult");
});

test("a pinned name is given; one that cannot be given is an error", () => {
  const good = nameDescription(
    description(
      { "api.v1.pet": { ...text, "x-specwright-name": "Pet" }, Pet: text },
      { "POST /pets": { operationId: "x", "x-specwright-name": "buyPet" } },
    ),
  );
  expect(good.diagnostics).toEqual([]);
  expect(baseNames(good)).toEqual({
    "api.v1.pet": "Pet",
    Pet: "PetModel",
    "#/paths/~1pets/post": "buyPet",
  });
  const bad = nameDescription(
    description({
      a: { ...text, "x-specwright-name": "Same" },
      b: { ...text, "x-specwright-name": "Same" },
      c: { ...text, "x-specwright-name": "Promise" },
    }),
  );
  expect(
    bad.diagnostics.map(({ code, pointer }) => [code, pointer]).sort(),
  ).toEqual([
    ["pinned-name-taken", "/components/schemas/b/x-specwright-name"],
    ["pinned-name-taken", "/components/schemas/c/x-specwright-name"],
  ]);
});

test("file names are portable: short, lower case, ASCII, no device", () => {
  const keys = [
    "con",
    "AUX",
    "nul.txt",
    "größe",
    "日本",
    "x".repeat(300),
    "x".repeat(299) + "y",
    "..",
    "a/../b",
  ];
  const named = nameDescription(
    description(Object.fromEntries(keys.map((key) => [key, text]))),
  );
  const slugs = [...named.names.schemas.values()].map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(keys.length);
  for (const slug of slugs) {
    expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(slug.length).toBeLessThan(120);
    expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/);
  }
});

test("what the output exports of the runtime is reserved", () => {
  const reserved = [
    ...publicRuntime.map(({ name }) => name),
    "operations",
    "servers",
  ];
  expect([...runtimeExports].sort()).toEqual(reserved.sort());
});

test.each(["constructor", "toString", "valueOf", "hasOwnProperty"])(
  "a schema below a member called %s has a name of its letters",
  (key) => {
    const named = nameDescription(
      description({
        Box: { type: "object", properties: { [key]: text } },
        Other: { $ref: `#/components/schemas/Box/properties/${key}` },
      }),
    );
    expect(Object.values(baseNames(named))).toContain(
      `Box${key.charAt(0).toUpperCase()}${key.slice(1)}`,
    );
  },
);
