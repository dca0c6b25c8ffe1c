import { typeSymbol, valueSymbol } from "../../code/symbol.js";

const own = "runtime/standard.ts";

export const standardType = typeSymbol("StandardSchema", own);
export const standardSchema = valueSymbol("standardSchema", own);
