const TAX_PERCENT = 8;

const formats = new Map<string, Intl.NumberFormat>();

export function formatMoney(amount: number, currency: string): string {
  let format = formats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat("en-US", { style: "currency", currency });
    formats.set(currency, format);
  }
  return format.format(amount);
}

export interface Totals {
  subtotal: number;
  tax: number;
  total: number;
}

/** What the shop will charge for `quantity` at `price`: computed in cents, tax rounded half up, as the API does. */
export function totalsOf(price: number, quantity: number): Totals {
  const subtotal = Math.round(price * 100) * quantity;
  const tax = taxOf(subtotal);
  return { subtotal: subtotal / 100, tax: tax / 100, total: (subtotal + tax) / 100 };
}

/** A total that the shop named, taken apart again. */
export function totalsWithin(total: number): Totals {
  const cents = Math.round(total * 100);
  const near = Math.round((cents * 100) / (100 + TAX_PERCENT));
  const subtotal = [near, near - 1, near + 1].find((candidate) => candidate + taxOf(candidate) === cents) ?? near;
  return { subtotal: subtotal / 100, tax: (cents - subtotal) / 100, total };
}

/** In cents, of an amount in cents. */
export function taxOf(cents: number): number {
  return Math.floor((cents * TAX_PERCENT + 50) / 100);
}

export const TAX_LABEL = `Tax (${TAX_PERCENT} %)`;
