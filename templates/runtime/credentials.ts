import type { HttpRequest } from "./request.js";

/** A credential, or a function that is asked for it whenever a request is sent. Undefined: there is none. */
export type CredentialSource<Credential> =
  Credential | (() => Credential | undefined | Promise<Credential | undefined>);

/** Renews credentials, once for all calls that need it at the same time. */
export interface Renewal {
  /** Waits until no renewal is under way. Gives what `renew` takes. */
  readonly ready: () => Promise<number>;
  /**
   * Renews the credentials unless that was done since `ready` gave the number.
   * @returns false if there is no use in sending again
   */
  readonly renew: (since: number) => Promise<boolean>;
}

/** @param refresh gives false if the credentials cannot be renewed */
export function renewalOf(refresh: () => unknown): Renewal {
  let count = 0;
  let isRenewed = false;
  let running: Promise<boolean> | undefined;
  const run = async (): Promise<boolean> => {
    isRenewed = false;
    try {
      isRenewed = (await refresh()) !== false;
      return isRenewed;
    } finally {
      count++;
      running = undefined;
    }
  };
  return {
    ready: async () => {
      await running?.catch(() => undefined);
      return count;
    },
    renew: async (since) =>
      count === since
        ? await (running ??= Promise.resolve().then(run))
        : isRenewed,
  };
}

/**
 * The credentials for a request, by scheme: those of the first security alternative that has all of its own. No
 * function of another one is asked beyond need.
 */
export async function credentialsFor(
  { security = [] }: HttpRequest,
  sources: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const given = new Map<string, unknown>(Object.entries(sources ?? {}));
  const found = new Map<string, unknown>();
  const isThere = async (name: string): Promise<boolean> => {
    if (!found.has(name)) {
      const source = given.get(name);
      found.set(
        name,
        typeof source === "function"
          ? await (source as () => unknown)()
          : source,
      );
    }
    return found.get(name) !== undefined;
  };
  for (const uses of security) {
    let isComplete = true;
    for (const { name } of uses) isComplete &&= await isThere(name);
    if (isComplete) break;
  }
  return Object.fromEntries(found);
}
