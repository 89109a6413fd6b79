import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { filtersOf, NO_FILTERS, searchOf } from "@/features/catalog/product-filters";
import { earbuds, rtx4090 } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";

const cards = () => screen.queryAllByRole("article").map((card) => card.querySelector("h3")!.textContent);

test("a category is an address, and keeps the other filters", async () => {
  const { user } = openShop("/?inStock=true");
  await user.click(await screen.findByRole("link", { name: "Graphics cards" }));
  expect(window.location.search).toBe("?category=graphics-cards&inStock=true");
  expect(await screen.findByText("1 product")).toBeVisible();
  expect(cards()).toEqual([rtx4090.name]);
});

test("words find while they are typed, and stand in the address", async () => {
  const { user } = openShop();
  await user.type(await screen.findByRole("searchbox", { name: "Search products" }), "earb");
  await waitFor(() => expect(window.location.search).toBe("?q=earb"));
  await waitFor(() => expect(cards()).toEqual([earbuds.name]));
});

test("a price range and what is in stock narrow the view", async () => {
  const { user } = openShop();
  await screen.findByText("3 products");
  await user.click(screen.getByRole("button", { name: "Filters" }));
  await user.type(await screen.findByLabelText("Highest price"), "70");
  await user.click(screen.getByRole("button", { name: "Apply" }));
  expect(await screen.findByText("2 products")).toBeVisible();
  await user.click(screen.getByRole("checkbox", { name: "Only what is in stock" }));
  await waitFor(() => expect(cards()).toEqual([earbuds.name]));
  expect(window.location.search).toBe("?maxPrice=70&inStock=true");
  expect(screen.getByRole("button", { name: "Filters 2" })).toHaveAttribute("aria-expanded", "true");
});

test("a range that is none is told at its fields and asks for nothing", async () => {
  const { user } = openShop("/?minPrice=20&maxPrice=70");
  await user.clear(await screen.findByLabelText("Lowest price"));
  await user.type(screen.getByLabelText("Lowest price"), "90");
  await user.click(screen.getByRole("button", { name: "Apply" }));
  expect(screen.getByLabelText("Lowest price")).toHaveAccessibleDescription("The lowest price is above the highest");
  expect(window.location.search).toBe("?minPrice=20&maxPrice=70");
});

test("where nothing matches, one click shows everything again", async () => {
  const { user } = openShop("/?q=nosuchthing");
  expect(await screen.findByText("Nothing matches")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show everything" }));
  expect(await screen.findByText("3 products")).toBeVisible();
  expect(screen.getByRole("searchbox")).toHaveValue("");
  expect(window.location.search).toBe("");
});

test("an address means what it can mean, and no more", () => {
  expect(filtersOf(new URLSearchParams("category=../x&minPrice=-1&maxPrice=1e3&sort=worst&inStock=yes"))).toEqual(
    NO_FILTERS,
  );
  expect(filtersOf(new URLSearchParams("minPrice=90&maxPrice=20&q=a"))).toEqual({ ...NO_FILTERS, q: "a" });
  const search = "q=gaming+card&category=laptops&minPrice=10&maxPrice=99.90&inStock=true&sort=-price";
  expect(searchOf(filtersOf(new URLSearchParams(search))).toString()).toBe(search);
  expect(searchOf(NO_FILTERS).toString()).toBe("");
});
