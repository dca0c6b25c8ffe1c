import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";

/** What pages are told of the last run. */
export interface LiveState {
  /** Differs from run to run, and from server to server. */
  readonly run: string;
  /** Paths of the pages' files that the run has written or removed. */
  readonly changed: readonly string[];
  /** What is wrong with the description or the configuration, a line each; empty if the pages are those of the files. */
  readonly problems: readonly string[];
}

/** Tells the open pages of each run, by Server-Sent Events: of the last one when they connect. */
export class LiveChannel {
  readonly #server = randomUUID();
  readonly #pages = new Set<ServerResponse>();
  #runs = 0;
  #state: LiveState = { run: "", changed: [], problems: [] };

  get problems(): readonly string[] {
    return this.#state.problems;
  }

  /** Tells all pages of a run. */
  publish({ changed, problems }: Omit<LiveState, "run">): void {
    // A run that was refused has written nothing: the pages are still those of the run before.
    if (problems.length === 0) this.#runs += 1;
    this.#state = { run: `${this.#server} ${this.#runs}`, changed, problems };
    for (const page of this.#pages) page.write(eventOf(this.#state));
  }

  /** Takes a page that listens. */
  add(page: ServerResponse): void {
    page.writeHead(200, { "content-type": "text/event-stream" });
    page.write(eventOf(this.#state));
    this.#pages.add(page);
    page.on("close", () => this.#pages.delete(page));
  }

  /** Ends all connections. */
  close(): void {
    for (const page of this.#pages) page.end();
  }
}

function eventOf(state: LiveState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
