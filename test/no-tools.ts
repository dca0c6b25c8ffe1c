import type { UnitTools } from "../generator/emit/emitter.js";

/** For units that reserve no names and report nothing. */
export const noTools: UnitTools = {
  symbol: (key) => {
    throw new Error(`nothing is reserved under ${key}`);
  },
  report: ({ message }) => {
    throw new Error(message);
  },
};
