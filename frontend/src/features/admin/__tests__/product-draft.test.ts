import { afterEach, beforeEach, expect, test } from "vitest";
import { descriptionIn, draftOf, problemsOf } from "@/features/admin/product-draft";
import type { DescribedProduct } from "@/lib/api-types";

const zone = process.env.TZ;

/** On 2026-10-25 the clocks there go back from 03:00 to 02:00. */
beforeEach(() => {
  process.env.TZ = "Europe/Berlin";
});

afterEach(() => {
  process.env.TZ = zone;
});

const hub = {
  id: "usb-c-hub",
  name: "USB-C Hub",
  description: "Seven ports.",
  category: "accessories",
  image: "/images/hub.svg",
  price: 150,
  originalPrice: 199,
  limitPerCustomer: 5,
  currency: "USD",
  version: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
} satisfies DescribedProduct;

function inASale(startsAt: string, endsAt: string, phase: "UPCOMING" | "RUNNING" | "OVER"): DescribedProduct {
  return { ...hub, sale: { id: "launch", startsAt, endsAt, price: 100, units: 50, phase } };
}

test.each(["UPCOMING", "RUNNING", "OVER"] as const)(
  "a form that nobody touched says what the product is: its sale is %s",
  (phase) => {
    const product = inASale("2026-10-24T09:00:00.123Z", "2026-10-24T21:00:00.500Z", phase);
    expect(descriptionIn(draftOf(product))).toEqual({
      name: hub.name,
      description: hub.description,
      category: hub.category,
      image: hub.image,
      price: 150,
      originalPrice: 199,
      limitPerCustomer: 5,
      sale: {
        id: "launch",
        startsAt: "2026-10-24T09:00:00.123Z",
        endsAt: "2026-10-24T21:00:00.500Z",
        price: 100,
        units: 50,
      },
    });
  },
);

test.each([
  ["2026-10-25T00:30:00.000Z", "2026-10-25T00:45:00.000Z"],
  ["2026-10-25T01:30:00.000Z", "2026-10-25T01:45:00.000Z"],
  ["2026-10-25T00:50:00.000Z", "2026-10-25T01:10:00.000Z"],
])("an hour that the clock shows twice stays the one that it was: %s to %s", (startsAt, endsAt) => {
  const draft = draftOf(inASale(startsAt, endsAt, "UPCOMING"));
  expect(problemsOf(draft, false)).toEqual([]);
  expect(descriptionIn(draft).sale).toMatchObject({ startsAt, endsAt });
});

test("what is entered anew is the moment that was entered", () => {
  const draft = draftOf(inASale("2026-10-24T09:00:00.123Z", "2026-10-24T21:00:00.500Z", "UPCOMING"));
  const changed = { ...draft, saleEndsAt: "2026-10-24T23:30:00" };
  expect(descriptionIn(changed).sale).toMatchObject({
    startsAt: "2026-10-24T09:00:00.123Z",
    endsAt: "2026-10-24T21:30:00.000Z",
  });
  expect(problemsOf({ ...draft, saleEndsAt: draft.saleStartsAt }, false)).toMatchObject([{ field: "saleEndsAt" }]);
  expect(problemsOf({ ...draft, saleStartsAt: "123456-01-01T00:00" }, false)).toMatchObject([
    { field: "saleStartsAt" },
  ]);
});
