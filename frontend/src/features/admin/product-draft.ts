import { amountIn, wholeIn } from "@/features/admin/amount";
import type { DescribedProduct, ProductDescription } from "@/lib/api-types";
import type { Problem } from "@/lib/use-submission";

/** The form of a product: every field as its text. */
export interface ProductDraft {
  id: string;
  name: string;
  description: string;
  category: string;
  image: string;
  price: string;
  originalPrice: string;
  limitPerCustomer: string;
  onSale: boolean;
  saleId: string;
  /** By the clock of whoever fills in the form, as an input of type datetime-local has it. */
  saleStartsAt: string;
  saleEndsAt: string;
  salePrice: string;
  saleUnits: string;
  saleLimit: string;
  /**
   * The moments of the sale as the shop has them. An input knows no zone and no milliseconds, so where a clock went back
   * it shows two moments alike: a field that nobody touched stays the moment that it was.
   */
  saleAsRead: { startsAt: string; endsAt: string } | null;
}

export const EMPTY: ProductDraft = {
  id: "",
  name: "",
  description: "",
  category: "",
  image: "",
  price: "",
  originalPrice: "",
  limitPerCustomer: "",
  onSale: false,
  saleId: "",
  saleStartsAt: "",
  saleEndsAt: "",
  salePrice: "",
  saleUnits: "",
  saleLimit: "",
  saleAsRead: null,
};

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The API's names of fields and this form's. */
export const FIELD_OF: Record<string, keyof ProductDraft> = {
  id: "id",
  name: "name",
  description: "description",
  category: "category",
  image: "image",
  price: "price",
  originalPrice: "originalPrice",
  limitPerCustomer: "limitPerCustomer",
  "sale.id": "saleId",
  "sale.startsAt": "saleStartsAt",
  "sale.endsAt": "saleEndsAt",
  "sale.price": "salePrice",
  "sale.units": "saleUnits",
  "sale.limitPerCustomer": "saleLimit",
};

export function draftOf(product: DescribedProduct): ProductDraft {
  const { sale } = product;
  return {
    ...EMPTY,
    id: product.id,
    name: product.name,
    description: product.description,
    category: product.category,
    image: product.image,
    price: product.price.toFixed(2),
    originalPrice: product.originalPrice?.toFixed(2) ?? "",
    limitPerCustomer: product.limitPerCustomer?.toString() ?? "",
    ...(sale && {
      onSale: true,
      saleId: sale.id,
      saleStartsAt: localTime(sale.startsAt),
      saleEndsAt: localTime(sale.endsAt),
      salePrice: sale.price.toFixed(2),
      saleUnits: sale.units.toString(),
      saleLimit: sale.limitPerCustomer?.toString() ?? "",
      saleAsRead: { startsAt: sale.startsAt, endsAt: sale.endsAt },
    }),
  };
}

export function problemsOf(draft: ProductDraft, isNew: boolean): Problem[] {
  const problems: Problem[] = [];
  const complain = (field: keyof ProductDraft, message: string) => problems.push({ field, message });
  const price = amountIn(draft.price);
  if (isNew && !SLUG.test(draft.id))
    complain("id", "Enter an id of small letters, digits and dashes, such as usb-c-hub");
  if (draft.name.trim() === "") complain("name", "Enter a name");
  if (draft.description.trim() === "") complain("description", "Enter a description");
  if (!SLUG.test(draft.category))
    complain("category", "Enter a category of small letters and dashes, such as graphics-cards");
  if (!price) complain("price", "Enter a price such as 39.90");
  if (draft.originalPrice !== "" && (amountIn(draft.originalPrice) ?? 0) <= (price ?? 0)) {
    complain("originalPrice", "The price before must be above the price; leave it out where there is none");
  }
  if (draft.limitPerCustomer !== "" && !isCount(draft.limitPerCustomer))
    complain("limitPerCustomer", "Enter a limit of 1 or more, or none");
  if (draft.onSale) {
    if (draft.saleId.trim() === "") complain("saleId", "Enter an id for the sale, such as launch");
    if (!startsAt(draft)) complain("saleStartsAt", "Enter when the sale starts");
    if (!endsAt(draft) || endsAt(draft) <= startsAt(draft))
      complain("saleEndsAt", "Enter when the sale ends, after its start");
    if (!amountIn(draft.salePrice)) complain("salePrice", "Enter the sale’s price");
    if (!isCount(draft.saleUnits)) complain("saleUnits", "Enter how many units the sale has");
    if (draft.saleLimit !== "" && !isCount(draft.saleLimit))
      complain("saleLimit", "Enter a limit of 1 or more, or none");
  }
  return problems;
}

/** Of a draft without problems. What is left out is taken off the product. */
export function descriptionIn(draft: ProductDraft): ProductDescription {
  const limit = wholeIn(draft.limitPerCustomer);
  const saleLimit = wholeIn(draft.saleLimit);
  const originalPrice = amountIn(draft.originalPrice);
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    category: draft.category.trim(),
    price: amountIn(draft.price) ?? 0,
    ...(draft.image.trim() !== "" && { image: draft.image.trim() }),
    ...(originalPrice !== null && { originalPrice }),
    ...(limit !== null && { limitPerCustomer: limit }),
    ...(draft.onSale && {
      sale: {
        id: draft.saleId.trim(),
        startsAt: startsAt(draft),
        endsAt: endsAt(draft),
        price: amountIn(draft.salePrice) ?? 0,
        units: wholeIn(draft.saleUnits) ?? 0,
        ...(saleLimit !== null && { limitPerCustomer: saleLimit }),
      },
    }),
  };
}

function isCount(text: string): boolean {
  return (wholeIn(text) ?? 0) > 0;
}

function startsAt(draft: ProductDraft): string {
  return momentOf(draft.saleStartsAt, draft.saleAsRead?.startsAt);
}

function endsAt(draft: ProductDraft): string {
  return momentOf(draft.saleEndsAt, draft.saleAsRead?.endsAt);
}

/** In UTC with three decimals, so that text order is time order; empty where it is no moment. */
function momentOf(local: string, asRead?: string): string {
  if (asRead && localTime(asRead) === local) return asRead;
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString();
}

function localTime(iso: string): string {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
