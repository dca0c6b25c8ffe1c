import { defineConfig } from "specwright";

export default defineConfig({
  unions: { default: "open", schemas: { Payment: "closed" } },
});
