/**
 * The shop's clock, as its answers tell it: a shopper's own may be minutes off, or set forward on purpose. An answer out
 * of a cache tells an old time, so the latest that any answer told counts; the time since runs by the page's own steady
 * clock, which nobody can set.
 */
let ahead: number | null = null;

export function noteServerTime(stamp: string | null | undefined): void {
  const told = stamp ? Date.parse(stamp) : Number.NaN;
  if (Number.isNaN(told)) return;
  ahead = Math.max(ahead ?? -Infinity, told - performance.now());
}

/** In milliseconds since 1970; by the shopper's clock until the shop has answered once. */
export function serverNow(): number {
  return ahead === null ? Date.now() : ahead + performance.now();
}
