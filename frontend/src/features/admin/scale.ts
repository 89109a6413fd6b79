/** A round number at which a scale ends: 1, 2 or 5 with zeros. */
export function scaleFor(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5].find((step) => step * power >= most) ?? 10) * power;
}
