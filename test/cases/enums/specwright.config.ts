import { defineConfig } from "specwright";

export default defineConfig({
  enums: { schemas: { Carrier: "closed" } },
});
