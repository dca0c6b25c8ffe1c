import type { PluginRun } from "./plugin-runs.js";

/** What the plugin uses of a compiler of webpack or Rspack. */
export interface Packer {
  readonly hooks: {
    readonly beforeCompile: {
      tapPromise(name: string, action: () => Promise<void>): void;
    };
    readonly thisCompilation: {
      tap(name: string, action: (compilation: Compilation) => void): void;
    };
  };
}

interface Compilation {
  readonly fileDependencies: { add(path: string): void };
  readonly errors: { push(error: Error): unknown };
}

/**
 * Has a compiler wait for each run before it resolves modules. A fault is an error of the compilation, so that a
 * compiler that watches goes on.
 */
export function runBefore(
  compiler: Packer,
  run: () => Promise<PluginRun>,
): void {
  let last: PluginRun = { inputs: [], warnings: [] };
  compiler.hooks.beforeCompile.tapPromise("specwright", async () => {
    last = await run();
  });
  compiler.hooks.thisCompilation.tap("specwright", (compilation) => {
    const { inputs, fault } = last;
    for (const path of inputs) compilation.fileDependencies.add(path);
    if (fault !== undefined) compilation.errors.push(new Error(fault.message));
  });
}
