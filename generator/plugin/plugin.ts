import { createUnplugin, type UnpluginInstance } from "unplugin";
import type { Watch } from "../options.js";
import { serverFaults, type ViteServer } from "./vite-server.js";
import { runOnce, watchAll, type PluginOptions } from "./plugin-runs.js";

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
    return {
      name: "specwright",
      async buildStart() {
        if (watches !== undefined) return;
        // Bundlers start a build for each of their targets; one run after the other finds its cache.
        const run = running.then(() => runOnce(options));
        running = run;
        const { inputs, warnings, fault } = await run;
        // esbuild takes no files to watch at the start of a build.
        if (framework !== "esbuild")
          for (const path of inputs) this.addWatchFile(path);
        for (const warning of warnings) console.warn(warning);
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
