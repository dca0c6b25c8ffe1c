import { defineConfig } from "../../../generator/config/config.js";

export default defineConfig({ docs: false });
