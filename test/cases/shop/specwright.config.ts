import { defineConfig } from "specwright";

export default defineConfig({ parts: { docs: false } });
