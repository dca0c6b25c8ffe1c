import { defineConfig } from "specwright";

export default defineConfig({
  nameLock: "specwright.names.json",
  parts: { docs: false },
});
