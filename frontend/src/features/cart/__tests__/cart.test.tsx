import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import { keepCart, readKeptCart } from "@/features/cart/kept-cart";
import { refusal, success } from "@/testing/answers";
import { CART_ID, CART_TOKEN, cartNow, lineOf, serverCart } from "@/testing/carts";
import { earbuds, rtx4090 } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";

const cartButton = (units: string) => screen.findByRole("button", { name: `Cart ${units}` });
const addButton = async (name: string) => (await screen.findAllByRole("button", { name: `Add to cart: ${name}` }))[0]!;

/** A cart that this browser filled earlier. */
async function filled(...items: ReturnType<typeof lineOf>[]) {
  serverCart.items = items;
  await keepCart({ cartId: CART_ID, cartToken: CART_TOKEN, own: false, cart: cartNow() });
}

test("what is added is counted at once, and seen in the drawer", async () => {
  const { user } = openShop("/products/rtx-4090");
  await cartButton("0 units");
  await user.click(await addButton(rtx4090.name));
  expect(await cartButton("1 unit")).toBeVisible();
  expect(await screen.findByText("RTX 4090 GPU is in your cart.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "See cart" }));
  const drawer = within(await screen.findByRole("dialog", { name: "Your cart" }));
  expect(drawer.getByRole("link", { name: rtx4090.name })).toBeVisible();
  await waitFor(() => expect(serverCart.requests).toEqual(["POST /cart", "POST /cart/id/items"]));
  expect(await drawer.findByRole("link", { name: "Check out · $1,727.99" })).toHaveAttribute("href", "/checkout");
});

test("a change shows before the shop has answered, and is undone where the shop refuses it", async () => {
  await filled(lineOf(rtx4090, 1));
  let refuse: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (refuse = resolve));
  server.use(
    http.put("*/api/cart/:id/items/:itemId", async () => {
      await asked;
      return refusal(400, "VALIDATION_FAILED", "no");
    }),
  );
  const { user } = openShop("/cart");
  await user.click(await screen.findByRole("button", { name: "One more: RTX 4090 GPU" }));
  expect(await cartButton("2 units")).toBeVisible();
  expect(screen.getByText("$3,455.98")).toBeVisible();
  refuse();
  expect(await cartButton("1 unit")).toBeVisible();
  expect(screen.getByText("Your cart was not changed. no")).toBeVisible();
});

test("a line is taken out, and the keyboard goes on in the list", async () => {
  await filled(lineOf(rtx4090, 1), lineOf(earbuds, 2));
  const { user } = openShop("/cart");
  await user.click(await screen.findByRole("button", { name: "Remove RTX 4090 GPU" }));
  expect(screen.queryByRole("link", { name: rtx4090.name })).not.toBeInTheDocument();
  expect(screen.getByRole("list", { name: "Products in your cart" })).toHaveFocus();
  await waitFor(() => expect(serverCart.items.map(({ itemId }) => itemId)).toEqual(["pulse-earbuds"]));
});

test("the cart is there after a reload, also while the shop does not answer", async () => {
  await filled(lineOf(rtx4090, 3));
  server.use(http.get("*/api/cart/:id", () => HttpResponse.error()));
  openShop("/cart");
  expect(await cartButton("3 units")).toBeVisible();
  expect(await screen.findByText("We cannot reach the shop at the moment")).toBeVisible();
  expect(screen.getByRole("link", { name: rtx4090.name })).toBeVisible();
});

test("a price or stock that changed since is told at its line, and only what cannot be had stops the checkout", async () => {
  await filled(lineOf(rtx4090, 1, { priceWhenAdded: 1499.99, problem: "PRICE_CHANGED" }));
  const first = openShop("/cart");
  expect(await screen.findByText("The price rose: it was $1,499.99 when you put it in.")).toBeVisible();
  expect(screen.getByRole("link", { name: /^Check out/ })).toBeVisible();
  first.leave();

  await filled(lineOf(rtx4090, 3, { available: 2, problem: "NOT_ENOUGH" }));
  openShop("/cart");
  const told = await screen.findByText("Only 2 are left. Choose fewer.");
  expect(told.closest("[role=status]")).not.toBeNull();
  expect(screen.queryByRole("link", { name: /^Check out/ })).not.toBeInTheDocument();
  expect(screen.getByText("One product needs your attention")).toBeVisible();
});

test("a line whose product waits for its sale says when it can be ordered", async () => {
  await filled(lineOf(rtx4090, 1, { problem: "NOT_FOR_SALE", saleStartsAt: "2099-01-01T12:00:00.000Z" }));
  openShop("/cart");
  expect(await screen.findByText(/can be ordered when its sale starts: /)).toBeVisible();
});

test("a cart that its token opens no more is a new one", async () => {
  await keepCart({ cartId: "old", cartToken: "old", own: false, cart: null });
  const { user } = openShop("/products/rtx-4090");
  await user.click(await addButton(rtx4090.name));
  expect(await cartButton("1 unit")).toBeVisible();
  await waitFor(async () => expect((await readKeptCart())?.cartToken).toBe(CART_TOKEN));
  expect(serverCart.items).toHaveLength(1);
});

test("an answer that is lost does not put the product in twice", async () => {
  server.use(
    http.post(
      "*/api/cart/:id/items",
      ({ request }) => {
        serverCart.items = [lineOf(rtx4090, 1)];
        serverCart.clicks = [request.headers.get("Idempotency-Key")!];
        return HttpResponse.error();
      },
      { once: true },
    ),
  );
  const { user } = openShop("/products/rtx-4090");
  await user.click(await addButton(rtx4090.name));
  await waitFor(() => expect(serverCart.requests).toContain("POST /cart/id/items"));
  await waitFor(async () => expect((await readKeptCart())?.cart?.itemCount).toBe(1));
  expect(serverCart.items[0]!.quantity).toBe(1);
  expect(serverCart.clicks).toHaveLength(1);
});

test("two clicks are two units", async () => {
  const { user } = openShop("/products/rtx-4090");
  await user.dblClick(await addButton(rtx4090.name));
  expect(await cartButton("2 units")).toBeVisible();
  await waitFor(() => expect(serverCart.items[0]?.quantity).toBe(2));
  expect(new Set(serverCart.clicks).size).toBe(2);
});

test("ten of one product is the most, and is said before it is asked for", async () => {
  await filled(lineOf(rtx4090, 10));
  const { user } = openShop("/products/rtx-4090");
  await cartButton("10 units");
  await user.click(await addButton(rtx4090.name));
  expect(await screen.findByText("10 of one product is the most for one order.")).toBeVisible();
  expect(serverCart.requests).not.toContain("POST /cart/id/items");
});

test("an empty cart says so and leads to the shop", async () => {
  server.use(http.get("*/api/cart/:id", () => success(cartNow() as never)));
  openShop("/cart");
  expect(await screen.findByText("Your cart is empty")).toBeVisible();
  expect(screen.getByRole("link", { name: "Go to the shop" })).toHaveAttribute("href", "/");
});
