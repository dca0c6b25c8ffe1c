import type { PluginRun } from "./plugin-runs.js";

/** What the plugin uses of a development server of Vite. */
export interface ViteServer {
  readonly config: {
    readonly server: { readonly watch?: unknown };
    readonly logger: {
      error(message: string): void;
      warn(message: string): void;
      info(message: string): void;
    };
  };
  readonly ws: {
    send(payload: object): void;
    on(event: "connection", listener: () => void): void;
  };
}

/**
 * Shows faults in the overlay of every page, those that are opened later included, until a run succeeds.
 * @returns what is told of the runs of each description
 */
export function serverFaults(server: ViteServer): {
  readonly note: (run: PluginRun, job: number) => void;
} {
  const payloads = new Map<number, object>();
  const { logger } = server.config;
  const show = (): void => {
    for (const payload of payloads.values()) server.ws.send(payload);
  };
  server.ws.on("connection", show);
  return {
    note: ({ fault, warnings }, job) => {
      for (const warning of warnings) logger.warn(warning);
      if (fault === undefined) {
        // Without a change of a module, nothing else would close the overlay.
        if (payloads.delete(job) && payloads.size === 0)
          server.ws.send({ type: "update", updates: [] });
        return;
      }
      const { message, place, frame = "" } = fault;
      logger.error(message);
      payloads.set(job, {
        type: "error",
        err: {
          ...{ message: message.split("\n", 1)[0], stack: "", frame },
          ...{ plugin: "specwright", id: place?.file, loc: place },
        },
      });
      show();
    },
  };
}
