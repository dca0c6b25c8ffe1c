import {
  countries,
  insureds,
  isKnownOrderStatus,
  isKnownPackingModel,
  isOrderInput,
  isOrderStatus,
  orderStatuses,
  OrderStatus,
  previousStatuses,
  Priority,
  Size,
  updateOrder,
  validateOrderStatus,
  type Carrier,
  type HttpRequest,
  type KnownCountry,
  type KnownOrderStatus,
  type OrderInput,
  type Order,
} from "./expected/index.js";

// A program that compiles only if enums can be used as the docs say.

/** One check leads from what was read to what is written. */
export function setStatus(
  id: string,
  { status }: Order,
): HttpRequest | undefined {
  // @ts-expect-error the server may have sent a status that is not listed
  updateOrder({ path: { id }, body: { status } });
  return isKnownOrderStatus(status)
    ? updateOrder({ path: { id }, body: { status } })
    : undefined;
}

/** What was read is changed and written back: one guard checks all that requests ask for. */
export function rush({ id, ...order }: Order): HttpRequest | undefined {
  const body = { ...order, priority: Priority.VeryHigh };
  if (!isOrderInput(body)) return undefined;
  return updateOrder({ path: { id }, body });
}

/** The schema's own guard leads there too, and says nothing of a value that it refuses. */
export function statusOf({ status }: Order): KnownOrderStatus | string {
  return isOrderStatus(status) ? status : status.toUpperCase();
}

/** Whatever `validateOrderStatus` accepts can be sent. */
export function checkedStatus(text: string): OrderInput["status"] | undefined {
  const result = validateOrderStatus(text);
  return result.ok ? result.value : undefined;
}

/** A `switch` over the listed values is exhaustive. */
export function label(status: KnownOrderStatus): string {
  switch (status) {
    case OrderStatus.Placed:
      return "placed";
    case OrderStatus.InTransit:
      return "on its way";
    case "delivered":
      return "there";
  }
}

// The lists keep order, number and type of the values.
export const first: "placed" = orderStatuses[0];
export const places: readonly KnownCountry[] = countries;
export const none: null = previousStatuses[3];
export const flags: readonly (boolean | null)[] = insureds;
export const low: -1 = Priority.Low;
export const largest: "xl" = Size.ExtraLarge;
// @ts-expect-error a frozen list takes no value
orderStatuses.push("lost");

// An enum that the configuration closes narrows to nothing.
export function drop(carrier: Carrier): string {
  if (carrier === "post") return "box";
  if (carrier === "courier") return "door";
  return carrier satisfies never;
}

export function size(model: string): number | undefined {
  if (!isKnownPackingModel(model)) return undefined;
  return { "packer-1": 1, "packer-2-mini": 2 }[model];
}
