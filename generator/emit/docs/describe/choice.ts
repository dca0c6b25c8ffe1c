import type { Discriminator, Schema } from "../../../model/schema.js";

/** `oneOf` or `anyOf` over shapes. */
export interface Choice {
  readonly exclusive: boolean;
  readonly schemas: readonly Schema[];
  readonly discriminator: Discriminator | undefined;
}
