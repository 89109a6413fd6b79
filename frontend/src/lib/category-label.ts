/** `graphics-cards` as people read it: "Graphics cards". */
export function categoryLabel(category: string): string {
  const words = category.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
