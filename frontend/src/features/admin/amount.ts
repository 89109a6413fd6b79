/** An amount as somebody typed it; null where it is none with at most two decimals. */
export function amountIn(text: string): number | null {
  return /^\d{1,7}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : null;
}

export function wholeIn(text: string): number | null {
  return /^-?\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : null;
}
