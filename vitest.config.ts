import { defineConfig } from "vitest/config";

// A tool's configuration file has to export its configuration as the default.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/cases/**", "**/node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
