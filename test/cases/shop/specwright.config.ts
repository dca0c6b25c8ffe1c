import { defineConfig } from "../../../generator/config/define-config.js";

export default defineConfig({ docs: false });
