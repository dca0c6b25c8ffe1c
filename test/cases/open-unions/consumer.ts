import {
  addPet,
  isPet,
  isPetInput,
  type Event,
  type HttpRequest,
  type Payment,
  type Pet,
  type PetInput,
  type Result,
} from "./expected/index.js";

// A program that compiles only if open unions narrow as the docs say.

/** Known tags narrow, and what is left is the object that the description does not know. */
export function show(pet: Pet): string {
  switch (pet.kind) {
    case "cat":
      return `${pet.claws.toFixed()} claws`;
    case "dog":
      return pet.barks ? "loud" : "quiet";
    default:
      return `a new kind, ${pet.kind.toUpperCase()}: ${String(pet["size"])}`;
  }
}

/** Comparisons narrow as a `switch` does, on both sides. */
export function claws(pet: Pet): number {
  if (pet.kind !== "cat") {
    // @ts-expect-error only cats have claws that are numbers
    return pet.claws;
  }
  return pet.claws;
}

/** A base is open as well, and so are the unions within what extends it. */
export function tell(event: Event): string {
  if (event.type === "Fed") return event.grams.toFixed();
  if (event.type === "Adopted") return show(event.pet);
  return event.type;
}

/** Requests are closed: their guard leads from what was read to what is written. */
export function add(pet: Pet): HttpRequest | undefined {
  // @ts-expect-error the server may have sent a kind that it does not take
  addPet({ body: pet });
  return isPetInput(pet) ? addPet({ body: pet }) : undefined;
}

export function kind(pet: PetInput): "cat" | "dog" {
  return pet.kind;
}

/** What the guard accepts has a tag that is text. */
export function read(value: unknown): string | undefined {
  return isPet(value) ? value.kind : undefined;
}

export function pay(payment: Payment): string {
  return payment.method === "cash" ? "cash" : payment.iban;
}

export function outcome(result: Result): string {
  return result.ok ? result.id : result.reason;
}
