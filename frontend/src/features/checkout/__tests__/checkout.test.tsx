import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { keepCart } from "@/features/cart/kept-cart";
import { refusal, success } from "@/testing/answers";
import { CART_ID, CART_TOKEN, cartNow, lineOf, serverCart } from "@/testing/carts";
import { earbuds, rtx4090 } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";
import { accepted, confirmed, ORDER_ID, pending, tellOrderAs } from "@/testing/shop-orders";

interface Received {
  key: string | null;
  token: string | null;
  body: { totalAmount: number; customerEmail: string; paymentToken?: string };
}

function answerCheckoutWith(...answers: (() => Response)[]): Received[] {
  const received: Received[] = [];
  server.use(
    http.post(`*/api/checkout/${CART_ID}`, async ({ request }) => {
      const { headers } = request;
      const body = (await request.json()) as Received["body"];
      received.push({ key: headers.get("Idempotency-Key"), token: headers.get("X-Cart-Token"), body });
      const answer = answers[Math.min(received.length, answers.length) - 1]!();
      if (answer.status === 202) serverCart.items = [];
      return answer;
    }),
  );
  return received;
}

const payButton = (total: string) => screen.findByRole("button", { name: `Pay ${total}` });

beforeEach(async () => {
  serverCart.items = [lineOf(rtx4090, 1), lineOf(earbuds, 2)];
  await keepCart({ cartId: CART_ID, cartToken: CART_TOKEN, own: false, cart: cartNow() });
});

test("a guest orders the whole cart at the total that is shown, and finds it empty", async () => {
  const received = answerCheckoutWith(accepted);
  tellOrderAs(confirmed);
  const { user } = openShop("/checkout");
  await user.type(await screen.findByLabelText("E-mail"), "customer@example.com");
  await user.click(await payButton("$1,855.43"));

  expect(await screen.findByRole("dialog", { name: "Order confirmed" })).toBeVisible();
  expect(window.location.pathname).toBe(`/orders/${ORDER_ID}`);
  expect(received).toEqual([
    {
      key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      token: CART_TOKEN,
      body: { customerEmail: "customer@example.com", totalAmount: 1855.43 },
    },
  ]);
  expect(await screen.findByRole("button", { name: "Cart 0 units" })).toBeInTheDocument();
});

test("what was just taken out is not ordered: paying waits until the shop knows", async () => {
  const received = answerCheckoutWith(accepted);
  tellOrderAs(pending);
  let taken = () => {};
  const reached = new Promise<void>((resolve) => (taken = resolve));
  server.use(
    http.delete(`*/api/cart/${CART_ID}/items/${earbuds.id}`, async () => {
      await reached;
      serverCart.items = serverCart.items.filter((item) => item.itemId !== earbuds.id);
      return success(cartNow());
    }),
  );
  const { user } = openShop("/cart");
  await user.click(await screen.findByRole("button", { name: `Remove ${earbuds.name}` }));
  await user.click(await screen.findByRole("link", { name: /^Check out/ }));
  await user.type(await screen.findByLabelText("E-mail"), "customer@example.com{Enter}");
  const waiting = await screen.findByRole("button", { name: "Saving your cart…" });
  expect(waiting).toHaveAttribute("aria-disabled", "true");
  expect(received).toEqual([]);

  taken();
  await user.click(await payButton("$1,727.99"));
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received.map(({ body }) => body.totalAmount)).toEqual([1727.99]);
});

test("a double click orders once", async () => {
  const received = answerCheckoutWith(accepted);
  tellOrderAs(pending);
  const { user } = openShop("/checkout");
  await user.type(await screen.findByLabelText("E-mail"), "customer@example.com");
  await user.dblClick(await payButton("$1,855.43"));
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received).toHaveLength(1);
});

test("a total that changed is shown before it is paid, and paying it is a new submission", async () => {
  const details = [{ field: "totalAmount", code: "PRICE_CHANGED", message: "another total", value: 1865.15 }];
  const received = answerCheckoutWith(() => refusal(409, "PRICE_CHANGED", "changed", {}, details), accepted);
  tellOrderAs(pending);
  const { user } = openShop("/checkout");
  await user.type(await screen.findByLabelText("E-mail"), "customer@example.com");
  await user.click(await payButton("$1,855.43"));
  expect(await screen.findByText("The total is now $1,865.15")).toBeVisible();
  expect(screen.getByLabelText("E-mail")).toHaveValue("customer@example.com");
  await user.click(await payButton("$1,865.15"));
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received[1]!.body.totalAmount).toBe(1865.15);
  expect(received[1]!.key).not.toBe(received[0]!.key);
});

test("what the shop finds wrong is in the summary and at its field", async () => {
  const details = [{ field: "customerEmail", code: "INVALID_FORMAT", message: "customerEmail must be an address" }];
  answerCheckoutWith(() => refusal(400, "VALIDATION_FAILED", "Please check.", {}, details));
  const { user } = openShop("/checkout");
  await user.type(await screen.findByLabelText("E-mail"), "a@b.example");
  await user.click(await payButton("$1,855.43"));
  const link = await screen.findByRole("link", { name: "Enter an address like name@example.com" });
  expect(screen.queryByText(/customerEmail/)).not.toBeInTheDocument();
  expect(screen.getByLabelText("E-mail")).toBeInvalid();
  await user.click(link);
  expect(screen.getByLabelText("E-mail")).toHaveFocus();
});

test("a reload in the middle resumes the same submission, also from another page", async () => {
  const received = answerCheckoutWith(() => refusal(503, "BUSY", "busy", { "Retry-After": "60" }), accepted);
  tellOrderAs(pending);
  const first = openShop("/checkout");
  await first.user.type(await screen.findByLabelText("E-mail"), "customer@example.com");
  await first.user.click(await payButton("$1,855.43"));
  await screen.findByText("The shop is very busy");
  first.leave();

  openShop("/");
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received[1]).toEqual(received[0]);
});

test("what a closed tab left behind and is refused now is told on whichever page", async () => {
  answerCheckoutWith(
    () => refusal(503, "BUSY", "busy", { "Retry-After": "60" }),
    () => refusal(409, "LIMIT_REACHED"),
  );
  const first = openShop("/checkout");
  await first.user.type(await screen.findByLabelText("E-mail"), "customer@example.com");
  await first.user.click(await payButton("$1,855.43"));
  await screen.findByText("The shop is very busy");
  first.leave();

  const { user } = openShop("/");
  const dialog = within(await screen.findByRole("dialog", { name: "The order of your cart" }));
  expect(await dialog.findByText("That is more than one customer may have")).toBeVisible();
  await user.click(dialog.getByRole("button", { name: "Back to the shop" }));
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

test("a cart that was ordered elsewhere meanwhile is not ordered again", async () => {
  answerCheckoutWith(() => refusal(409, "CART_EMPTY"));
  const { user } = openShop("/checkout");
  await user.type(await screen.findByLabelText("E-mail"), "customer@example.com");
  await user.click(await payButton("$1,855.43"));
  expect(await screen.findByText("There is nothing in your cart")).toBeVisible();
  await waitFor(() => expect(screen.queryByLabelText("E-mail")).not.toBeInTheDocument());
});
