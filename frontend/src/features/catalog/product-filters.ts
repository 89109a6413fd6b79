export const SORTS = [
  { id: "discount", label: "Biggest discount" },
  { id: "newest", label: "Newest" },
  { id: "price", label: "Price, low to high" },
  { id: "-price", label: "Price, high to low" },
  { id: "name", label: "Name" },
] as const;

export type SortId = (typeof SORTS)[number]["id"];

/** What of the catalogue is shown. All of it stands in the address, so that a view can be shared and gone back to. */
export interface ProductFilters {
  q: string;
  category: string | null;
  minPrice: string;
  maxPrice: string;
  inStock: boolean;
  sort: SortId;
}

export const NO_FILTERS: ProductFilters = {
  q: "",
  category: null,
  minPrice: "",
  maxPrice: "",
  inStock: false,
  sort: "discount",
};

const LONGEST_WORDS = 100;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/;

/** What an address says of it; what it cannot mean is left out. */
export function filtersOf(search: URLSearchParams): ProductFilters {
  const category = search.get("category") ?? "";
  const minPrice = amountOf(search.get("minPrice"));
  const maxPrice = amountOf(search.get("maxPrice"));
  const range = rangeProblem(minPrice, maxPrice) ? { minPrice: "", maxPrice: "" } : { minPrice, maxPrice };
  return {
    q: (search.get("q") ?? "").slice(0, LONGEST_WORDS),
    category: SLUG.test(category) ? category : null,
    ...range,
    inStock: search.get("inStock") === "true",
    sort: SORTS.find(({ id }) => id === search.get("sort"))?.id ?? NO_FILTERS.sort,
  };
}

/** The address's query, with nothing in it that is as it would be without. */
export function searchOf(filters: ProductFilters): URLSearchParams {
  const search = new URLSearchParams();
  if (filters.q.trim()) search.set("q", filters.q.trim());
  if (filters.category) search.set("category", filters.category);
  if (filters.minPrice) search.set("minPrice", filters.minPrice);
  if (filters.maxPrice) search.set("maxPrice", filters.maxPrice);
  if (filters.inStock) search.set("inStock", "true");
  if (filters.sort !== NO_FILTERS.sort) search.set("sort", filters.sort);
  return search;
}

export function rangeProblem(minPrice: string, maxPrice: string): string | undefined {
  if ([minPrice, maxPrice].some((price) => price !== "" && !AMOUNT.test(price)))
    return "Enter amounts like 99 or 99.90";
  if (minPrice && maxPrice && Number(minPrice) > Number(maxPrice)) return "The lowest price is above the highest";
  return undefined;
}

/** How many filters narrow the view, beside the category and the words. */
export function narrowing({ minPrice, maxPrice, inStock }: ProductFilters): number {
  return [minPrice || maxPrice, inStock].filter(Boolean).length;
}

function amountOf(text: string | null): string {
  return text !== null && AMOUNT.test(text) ? text : "";
}
