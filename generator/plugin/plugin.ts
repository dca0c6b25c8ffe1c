import { createUnplugin, type UnpluginInstance } from "unplugin";
import type { Watch } from "../options.js";
import { serverFaults, type ViteServer } from "./vite-server.js";
import { runBefore, type Packer } from "./pack.js";
import {
  runOnce,
  watchAll,
  type PluginOptions,
  type PluginRun,
} from "./plugin-runs.js";

export type { PluginOptions } from "./plugin-runs.js";

/**
 * Generates before a bundler builds: `specwright.vite()`, `.rollup()`, `.rolldown()`, `.webpack()`, `.rspack()`,
 * `.esbuild()`. A bundler that watches builds again if the description changes; a development server of Vite shows
 * errors in its overlay. Errors leave the output as it was.
 */
export const specwright: UnpluginInstance<PluginOptions | undefined> =
  createUnplugin<PluginOptions | undefined>((options = {}, { framework }) => {
    let watches: readonly Watch[] | undefined;
    let running: Promise<unknown> = Promise.resolve();
    /** Bundlers start a build for each of their targets; one run after the other finds its cache. */
    const run = async (): Promise<PluginRun> => {
      const own = running.then(() => runOnce(options));
      running = own;
      const result = await own;
      for (const warning of result.warnings) console.warn(warning);
      return result;
    };
    const pack = (compiler: Packer): void => runBefore(compiler, run);
    const isPacker = framework === "webpack" || framework === "rspack";
    return {
      name: "specwright",
      webpack: pack,
      rspack: pack,
      async buildStart() {
        if (watches !== undefined || isPacker) return;
        const { inputs, fault } = await run();
        // esbuild takes no files to watch at the start of a build.
        if (framework !== "esbuild")
          for (const path of inputs) this.addWatchFile(path);
        if (fault !== undefined) throw new Error(fault.message);
      },
      vite: {
        async configureServer(server: ViteServer) {
          if (server.config.server.watch === null) return;
          const faults = serverFaults(server);
          watches = await watchAll(options, faults.note);
        },
        async buildEnd() {
          for (const watch of watches ?? []) await watch.close();
          watches = undefined;
        },
      },
    };
  });
