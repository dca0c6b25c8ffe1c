import { defineConfig } from "specwright";

export default defineConfig({ docs: false });
