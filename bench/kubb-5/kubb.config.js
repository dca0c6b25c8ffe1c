import { pluginZod } from "@kubb/plugin-zod";
import { defineConfig } from "kubb";

export default defineConfig({
  input: process.env.BENCH_SPEC,
  output: { path: process.env.BENCH_OUT },
  plugins: [pluginZod()],
});
