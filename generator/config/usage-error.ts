/** Wrong use of the command line or of the configuration: exit code 2. */
export class UsageError extends Error {}
