import type { CodeSymbol } from "../../code/symbol.js";
import { isReadOnlyMember, isWriteOnlyMember } from "../member-access.js";
import type { DefinitionId, Schema } from "../../model/schema.js";
import type { View } from "../../model/views.js";
import type { EmitContext } from "../context.js";

/** From which side a type is seen; `written` is for schemas that no operation reaches. */
export type TypeMode = View | "written";

/** The side from which the type that carries a definition's plain name is seen. */
export function modeOf(id: DefinitionId, { views }: EmitContext): TypeMode {
  const view = views.get(id);
  if (view?.inResponses === true) return "response";
  return view?.inRequests === true ? "request" : "written";
}

/** The type of a definition, as seen from a side, in memory or on the wire. */
export function typeSymbolOf(
  id: DefinitionId,
  mode: TypeMode,
  { names }: EmitContext,
  isWire = false,
): CodeSymbol {
  const found = names.schemas.get(id);
  if (found === undefined) throw new Error(`no name was chosen for ${id}`);
  const { mapped } = found;
  if (isWire && mapped !== undefined) {
    return mode === "request" ? mapped.requestWireType : mapped.wireType;
  }
  return mode === "request" ? found.requestType : found.type;
}

/** Whether a member is not there from this side: `readOnly` in requests, `writeOnly` in responses. */
export function isHidden(
  schema: Schema,
  mode: TypeMode,
  { api }: EmitContext,
): boolean {
  if (mode === "request") return isReadOnlyMember(schema, api);
  return mode === "response" && isWriteOnlyMember(schema, api);
}
