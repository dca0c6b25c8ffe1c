/** What a user of the output has: an id that no other text is, and an amount that can be counted with. */
export type AccountId = string & { readonly accountId: true };

export class Money {
  readonly cents: bigint;
  readonly currency: string;

  constructor(cents: bigint, currency: string) {
    this.cents = cents;
    this.currency = currency;
  }
}

/** Throws a `RangeError` where the text is no amount. */
export function parseMoney(text: string): Money {
  const [, digits, currency] = /^(-?\d+\.\d\d) ([A-Z]{3})$/.exec(text) ?? [];
  if (digits === undefined || currency === undefined) {
    throw new RangeError("not an amount");
  }
  return new Money(BigInt(digits.replace(".", "")), currency);
}

export function moneyText({ cents, currency }: Money): string {
  const digits = String(cents < BigInt(0) ? -cents : cents).padStart(3, "0");
  const sign = cents < BigInt(0) ? "-" : "";
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)} ${currency}`;
}
