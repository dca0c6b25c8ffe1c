import { defineConfig } from "./generator/config/define-config.js";

// A workspace is JavaScript by default. This one shows the sources.
export default defineConfig({ emit: "ts" });
