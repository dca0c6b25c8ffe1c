/** What `specwright docs` is asked for, besides the job. */
export interface DocsRequest {
  /** The folder that the pages are built into; they are served if absent. */
  readonly out?: string;
  /** The path that they are served under, with `/` at both ends. */
  readonly base: string;
  /** The port of the server; 0 for any that is free. */
  readonly port: number;
}
