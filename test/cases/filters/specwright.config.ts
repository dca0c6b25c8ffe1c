import { defineConfig } from "specwright";

export default defineConfig({
  include: ["tag:orders", "path:/shops/{shop}/**", "schema:Invoice"],
  exclude: ["deprecated", "x-audience=staff"],
});
