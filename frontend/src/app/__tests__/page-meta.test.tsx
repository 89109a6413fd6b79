import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { rtx4090 } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";

const content = (selector: string) => document.head.querySelector(selector)?.getAttribute("content");
const canonical = () => document.head.querySelector("link[rel=canonical]")?.getAttribute("href");

test("a product tells search engines its offer, and link previews its picture", async () => {
  openShop("/products/rtx-4090?from=mail");
  await screen.findByRole("heading", { level: 1, name: rtx4090.name });
  expect(document.title).toBe(`${rtx4090.name} · Stampede`);
  await waitFor(() => expect(canonical()).toBe("http://localhost:3000/products/rtx-4090"));
  expect(content('meta[name="description"]')).toBe(rtx4090.description);
  expect(content('meta[property="og:title"]')).toBe(`${rtx4090.name} · Stampede`);
  expect(content('meta[property="og:type"]')).toBe("product");
  expect(content('meta[property="og:image"]')).toBe("http://localhost:3000/images/products/rtx-4090.svg");
  const about = JSON.parse(
    document.head.querySelector('script[type="application/ld+json"]')?.textContent ?? "",
  ) as unknown;
  expect(about).toMatchObject({
    "@context": "https://schema.org",
    "@type": "Product",
    sku: "rtx-4090",
    offers: { price: "1599.99", priceCurrency: "USD", availability: "https://schema.org/InStock" },
  });
});

test("a filtered list is known by its category alone, and leaves no product behind", async () => {
  openShop("/?category=audio&sort=price");
  await screen.findByRole("heading", { level: 1, name: "Audio" });
  await waitFor(() => expect(canonical()).toBe("http://localhost:3000/?category=audio"));
  expect(content('meta[name="robots"]')).toBe("index, follow");
  expect(document.head.querySelector('script[type="application/ld+json"]')).toBeNull();
  expect(document.head.querySelectorAll('meta[name="description"]')).toHaveLength(1);
});

test("an address with a slash at its end is the page without it", async () => {
  openShop("/products/rtx-4090/");
  await screen.findByRole("heading", { level: 1, name: rtx4090.name });
  await waitFor(() => expect(canonical()).toBe("http://localhost:3000/products/rtx-4090"));
});

test("a category that there is not is listed nowhere, and its words are not said back", async () => {
  openShop("/?category=buy-cheap-pills");
  await screen.findByRole("heading", { level: 1, name: "No such category" });
  await waitFor(() => expect(content('meta[name="robots"]')).toBe("noindex"));
  expect(document.title).toBe("No such category · Stampede");
  await waitFor(() => expect(content('meta[property="og:title"]')).not.toMatch(/pills/i));
});

test.each(["/account/sign-in", "/find-order", "/cart", "/no/such/page"])("%s is in no search engine", async (path) => {
  openShop(path);
  await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(content('meta[name="robots"]')).toBe("noindex"));
});

test("a lost connection is said once, for as long as it lasts", async () => {
  openShop("/no/such/page");
  await screen.findByRole("heading", { level: 1 });
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  const said = screen.getByText(/You are offline/);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(screen.getByText(/You are offline/)).toBe(said);
  expect(said.closest("[role=status]")).not.toBeNull();
  online.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event("online")));
  expect(screen.queryByText(/You are offline/)).not.toBeInTheDocument();
});
