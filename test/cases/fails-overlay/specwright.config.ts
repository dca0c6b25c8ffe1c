import { defineConfig } from "specwright";

export default defineConfig({ overlays: ["fixes.yaml", "more.json"] });
