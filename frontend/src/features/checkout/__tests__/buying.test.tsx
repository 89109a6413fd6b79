import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { saveReceipt } from "@/lib/receipts";
import { earbuds, rtx4090 } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";
import { refusal, success } from "@/testing/answers";
import { server } from "@/testing/server";
import { accepted, answerOrdersWith, confirmed, ORDER_ID, pending, placed, tellOrderAs } from "@/testing/shop-orders";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function fillIn(user: ReturnType<typeof openShop>["user"], product = rtx4090.name) {
  // The hero and its card both have one.
  await user.click((await screen.findAllByRole("button", { name: `Buy now: ${product}` }))[0]!);
  await user.type(await screen.findByLabelText("E-mail"), "customer@example.com");
}

const payButton = () => screen.getByRole("button", { name: /^Pay/ });

test("a guest buys with an e-mail address and lands on the order", async () => {
  const received = answerOrdersWith(accepted);
  tellOrderAs(confirmed);
  const { user } = openShop();
  await fillIn(user);
  await user.click(payButton());

  const success = within(await screen.findByRole("dialog", { name: "Order confirmed" }));
  expect(success.getByText(ORDER_ID)).toBeVisible();
  expect(window.location.pathname).toBe(`/orders/${ORDER_ID}`);
  expect(received).toHaveLength(1);
  expect(received[0]!.body).toEqual({
    cart: [{ id: "rtx-4090", price: 1599.99, quantity: 1 }],
    customerEmail: "customer@example.com",
  });
  expect(received[0]!.key).toMatch(UUID);

  await user.click(success.getByRole("button", { name: "See the order" }));
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(screen.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
});

test("the total with tax is known before paying and follows the quantity", async () => {
  const { user } = openShop();
  await fillIn(user);
  expect(payButton()).toHaveAccessibleName("Pay $1,727.99");
  await user.click(screen.getByRole("button", { name: "One more" }));
  expect(payButton()).toHaveAccessibleName("Pay $3,455.98");
});

test("the demo card that is declined travels as its token", async () => {
  const received = answerOrdersWith(accepted);
  tellOrderAs(pending);
  const { user } = openShop();
  await fillIn(user);
  await user.click(screen.getByRole("radio", { name: /Empty card/ }));
  await user.click(payButton());
  await waitFor(() => expect(received).toHaveLength(1));
  expect(received[0]!.body.paymentToken).toBe("tok_declined");
});

test("a double click buys once", async () => {
  let answer: () => void = () => undefined;
  const bothClicked = new Promise<void>((resolve) => (answer = resolve));
  const received = answerOrdersWith(() => bothClicked.then(accepted));
  tellOrderAs(pending);
  const { user } = openShop();
  await fillIn(user);
  await user.dblClick(payButton());
  await user.click(await screen.findByRole("button", { name: "Placing your order…" }));
  answer();
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received).toHaveLength(1);
});

test("a wrong address is told at its field and nothing is sent", async () => {
  const received = answerOrdersWith(accepted);
  const { user } = openShop();
  await user.click(await screen.findByRole("button", { name: `Buy now: ${rtx4090.name}` }));
  await user.type(await screen.findByLabelText("E-mail"), "customer@");
  await user.click(payButton());
  const field = screen.getByLabelText("E-mail");
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription(/name@example.com/);
  expect(field).toHaveFocus();
  expect(screen.getByRole("link", { name: "Enter an address like name@example.com" })).toBeVisible();
  expect(received).toHaveLength(0);
});

test("a changed price is shown with its new total, and paying it is a new order", async () => {
  const received = answerOrdersWith(() => refusal(409, "PRICE_CHANGED"), accepted);
  tellOrderAs(pending);
  const { user } = openShop();
  await fillIn(user);
  server.use(http.get("*/api/products/rtx-4090", () => success({ ...rtx4090, price: 1649.99 })));
  await user.click(payButton());

  expect(await screen.findByText("The price is now $1,649.99")).toBeVisible();
  expect(screen.getByText(/It was \$1,599.99 when you pressed/)).toBeVisible();
  expect(payButton()).toHaveAccessibleName("Pay $1,781.99");
  expect(screen.getByLabelText("E-mail")).toHaveValue("customer@example.com");

  await user.click(payButton());
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received[1]!.body.cart[0]!.price).toBe(1649.99);
  expect(received[1]!.key).not.toBe(received[0]!.key);
});

test("the price that the refusal names counts, while the catalogue still shows the old one", async () => {
  const details = [{ field: "cart[0].price", code: "PRICE_CHANGED", message: "another price", value: 1649.99 }];
  answerOrdersWith(() => refusal(409, "PRICE_CHANGED", "A price has changed.", {}, details));
  const { user } = openShop();
  await fillIn(user);
  await user.click(payButton());
  expect(await screen.findByText("The price is now $1,649.99")).toBeVisible();
  expect(payButton()).toHaveAccessibleName("Pay $1,781.99");
});

test("sold out while ordering says so and that nothing was charged", async () => {
  answerOrdersWith(() => refusal(409, "SOLD_OUT"));
  const { user } = openShop();
  await fillIn(user);
  server.use(http.get("*/api/products/rtx-4090", () => success({ ...rtx4090, stock: 0 })));
  await user.click(payButton());

  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText("Sold out")).toBeVisible();
  expect(within(dialog).getByText(/not charged/)).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Back to the shop" }));
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

test("fewer left than asked for: the form offers what is left", async () => {
  answerOrdersWith(() => refusal(409, "SOLD_OUT"));
  const { user } = openShop();
  await fillIn(user, earbuds.name);
  await user.click(screen.getByRole("button", { name: "One more" }));
  await user.click(screen.getByRole("button", { name: "One more" }));
  server.use(http.get("*/api/products/pulse-earbuds", () => success({ ...earbuds, stock: 2 })));
  await user.click(payButton());

  expect(await screen.findByText("Only 2 left")).toBeVisible();
  expect(payButton()).toHaveAccessibleName("Pay $127.44");
});

test("a busy shop (503) is asked again under the same key, no sooner than it said", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  const received = answerOrdersWith(() => refusal(503, "BUSY", "busy", { "Retry-After": "2" }), accepted);
  tellOrderAs(pending);
  const { user } = openShop();
  await fillIn(user);
  await user.click(payButton());

  expect(await screen.findByText("The shop is very busy")).toBeInTheDocument();
  const pressed = Date.now();
  expect(await screen.findByRole("dialog", { name: "We have your order" })).toBeInTheDocument();
  expect(Date.now() - pressed).toBeGreaterThanOrEqual(1_900);
  expect(received).toHaveLength(2);
  expect(received[1]).toEqual(received[0]);
});

test("too many requests (429) and a lost connection keep the key too", async () => {
  const received = answerOrdersWith(
    () => refusal(429, "THROTTLED", "slow down", { "Retry-After": "30" }),
    () => HttpResponse.error(),
    accepted,
  );
  tellOrderAs(pending);
  const { user } = openShop();
  await fillIn(user);
  await user.click(payButton());
  expect(await screen.findByText("The shop is very busy")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try now" }));
  expect(await screen.findByText("The shop cannot be reached")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try now" }));
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(new Set(received.map(({ key }) => key)).size).toBe(1);
  expect(received).toHaveLength(3);
});

test("too many orders are told, with when to come back, and not tried again", async () => {
  const received = answerOrdersWith(() =>
    refusal(429, "TOO_MANY_ORDERS", "Too many orders were placed from your network. Nothing was ordered.", {
      "Retry-After": "540",
    }),
  );
  const { user } = openShop();
  await fillIn(user);
  await user.click(payButton());

  expect(await screen.findByText("Please come back later")).toBeVisible();
  expect(screen.getByText(/Nothing was ordered\. You can order again in 9 minutes\./)).toBeVisible();
  expect(received).toHaveLength(1);
});

test("sold out after a try without an answer is asked once more: the first try may have been accepted", async () => {
  const received = answerOrdersWith(
    () => HttpResponse.error(),
    () => refusal(409, "SOLD_OUT", "sold out"),
    accepted,
  );
  tellOrderAs(pending);
  const { user } = openShop();
  await fillIn(user);
  await user.click(payButton());
  await screen.findByText("The shop cannot be reached");
  await user.click(screen.getByRole("button", { name: "Try now" }));
  await screen.findByText("Making sure");
  await user.click(screen.getByRole("button", { name: "Try now" }));
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(new Set(received.map(({ key }) => key)).size).toBe(1);
  expect(received).toHaveLength(3);
});

test("a reload before the answer resumes the same submission", async () => {
  const received = answerOrdersWith(() => refusal(503, "BUSY", "busy", { "Retry-After": "60" }), accepted);
  tellOrderAs(pending);
  const first = openShop();
  await fillIn(first.user);
  await first.user.click(payButton());
  await screen.findByText("The shop is very busy");
  first.leave();

  openShop();
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received[1]).toEqual(received[0]);
});

test("who stops the retries is asked before anything is sent again, and keeps the key", async () => {
  const received = answerOrdersWith(() => refusal(503, "BUSY", "busy", { "Retry-After": "60" }), accepted);
  tellOrderAs(pending);
  const first = openShop();
  await fillIn(first.user);
  await first.user.click(payButton());
  await first.user.click(await screen.findByRole("button", { name: "Stop trying" }));
  expect(screen.getByText("We do not know yet whether your order arrived")).toBeVisible();
  first.leave();

  const { user } = openShop();
  await user.click(await screen.findByRole("button", { name: `Buy now: ${rtx4090.name}` }));
  expect(received).toHaveLength(1);
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received[1]).toEqual(received[0]);
});

test("once there is an answer, the next purchase has a key of its own", async () => {
  const received = answerOrdersWith(accepted);
  tellOrderAs(pending);
  const { user, leave } = openShop();
  await fillIn(user);
  await user.click(payButton());
  await screen.findByRole("dialog", { name: "We have your order" });
  leave();

  const again = openShop();
  await fillIn(again.user);
  await again.user.click(payButton());
  await waitFor(() => expect(received).toHaveLength(2));
  expect(received[1]!.key).not.toBe(received[0]!.key);
});

test("a sale that opens in a moment is waited for under the same key", async () => {
  const received = answerOrdersWith(
    () => refusal(409, "SALE_NOT_STARTED", "not yet", { "Retry-After": "3" }),
    accepted,
  );
  tellOrderAs(pending);
  const { user } = openShop();
  await fillIn(user);
  await user.click(payButton());
  expect(await screen.findByText("The sale starts in a moment")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try now" }));
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received[1]).toEqual(received[0]);
});

test("what another tab has just ordered is not ordered twice by mistake", async () => {
  const received = answerOrdersWith(accepted);
  tellOrderAs(pending);
  const { user } = openShop();
  await fillIn(user);
  saveReceipt(placed);
  await user.click(payButton());
  expect(await screen.findByText("You have just ordered this in another tab")).toBeVisible();
  expect(screen.getByRole("link", { name: "See that order" })).toHaveAttribute("href", `/orders/${ORDER_ID}`);
  expect(received).toHaveLength(0);

  await user.click(screen.getByRole("button", { name: "Order again" }));
  await screen.findByRole("dialog", { name: "We have your order" });
  expect(received).toHaveLength(1);
});
