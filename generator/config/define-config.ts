import type { Strictness } from "../diagnostics/collector.js";
import type { Emitter } from "../emit/emitter.js";
import type { Settings } from "./config.js";
import type { DiffSettings } from "./diff-settings.js";

/** What `specwright.config.ts` exports as its default. Flags of the command line come before it. */
export interface Config extends Omit<Settings, "isPackage">, Strictness {
  /** Path of the entry document, from the configuration's folder, or its URL. `spec/openapi.yaml` where absent. */
  readonly spec?: string;
  /**
   * Path of a folder, from the configuration's folder, whose files references may lead to. The folder of the entry
   * document alone where absent.
   */
  readonly root?: string;
  /** Paths of files, from the configuration's folder, by the URI that references call them. */
  readonly resources?: Readonly<Record<string, string>>;
  /** Paths of overlays, from the configuration's folder, in the order in which they are applied. */
  readonly overlays?: readonly string[];
  /** Path of the lock of names, from the configuration's folder: names in it stay, and `generate` writes it. */
  readonly nameLock?: string;
  /** Path of the output folder, from the configuration's folder. `generated` where absent. */
  readonly out?: string;
  /** Emitters of your own, made by `defineEmitter`. They come after those of specwright, in their order. */
  readonly emitters?: readonly Emitter[];
  /** What `specwright diff` makes of changes. */
  readonly diff?: DiffSettings;
  /**
   * Several descriptions, each with an output of its own, by a name. The options beside `apis` are for all of them; the
   * same option of one of them comes first. `out` is `generated/NAME` where absent.
   */
  readonly apis?: Readonly<Record<string, ApiConfig>>;
}

/** What the configuration says of one of several descriptions. */
export type ApiConfig = Omit<Config, "apis">;

/** Gives a configuration back as it is; it is there for its type. */
export function defineConfig(config: Config): Config {
  return config;
}
