import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import { pluginZod } from "@kubb/plugin-zod";

export default defineConfig({
  input: { path: process.env.BENCH_SPEC },
  output: { path: process.env.BENCH_OUT, format: false, lint: false },
  plugins: [pluginOas(), pluginTs(), pluginClient(), pluginZod()],
});
