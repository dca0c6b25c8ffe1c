import { defineConfig } from "../../../generator/index.js";

export default defineConfig({
  unions: { default: "open", schemas: { Payment: "closed" } },
});
