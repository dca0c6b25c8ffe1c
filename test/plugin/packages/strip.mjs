import { transformSync } from "oxc-transform";

// A loader of webpack and Rspack that leaves out types. Loaders are default exports.
export default function strip(text) {
  return transformSync(this.resourcePath, text).code;
}
