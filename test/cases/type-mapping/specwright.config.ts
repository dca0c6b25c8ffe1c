import { defineConfig } from "specwright";

export default defineConfig({
  types: {
    formats: {
      int64: "bigint",
      "date-time": "Date",
      date: "Date",
      uuid: "brand",
    },
    schemas: {
      AccountSid: { type: "AccountId", module: "../own-types.js" },
      Money: {
        type: "Money",
        module: "../own-types.js",
        parse: "parseMoney",
        serialize: "moneyText",
      },
    },
  },
});
