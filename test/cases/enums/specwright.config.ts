import { defineConfig } from "../../../generator/index.js";

export default defineConfig({
  enums: { schemas: { Carrier: "closed" } },
});
