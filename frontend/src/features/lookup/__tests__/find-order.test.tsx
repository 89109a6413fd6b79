import { screen } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import { openShop } from "@/testing/open-shop";
import { refusal, success } from "@/testing/answers";
import { server } from "@/testing/server";
import { confirmed, ORDER_ID, tellOrderAs } from "@/testing/shop-orders";

test("a guest opens an order elsewhere with a mailed code", async () => {
  const asked: unknown[] = [];
  server.use(
    http.post(`*/api/orders/${ORDER_ID}/access-code`, async ({ request }) => {
      asked.push(await request.json());
      return success({ orderId: ORDER_ID }, { status: 202 });
    }),
    http.post(`*/api/orders/${ORDER_ID}/access`, async ({ request }) => {
      const { code } = (await request.json()) as { code: string };
      return code === "40718356"
        ? success({ orderId: ORDER_ID, receiptToken: "receipt-1" })
        : refusal(404, "CODE_NOT_VALID");
    }),
  );
  tellOrderAs(confirmed);
  const { user } = openShop("/find-order");
  await user.type(await screen.findByLabelText("Order number"), ORDER_ID);
  await user.type(screen.getByLabelText("E-mail"), "customer@example.com");
  await user.click(screen.getByRole("button", { name: "Mail me a code" }));
  await user.type(await screen.findByLabelText("Code"), "11111111");
  await user.click(screen.getByRole("button", { name: "Open the order" }));
  expect(await screen.findByRole("link", { name: /does not open the order/ })).toBeVisible();
  await user.clear(screen.getByLabelText("Code"));
  await user.type(screen.getByLabelText("Code"), "4071 8356");
  await user.click(screen.getByRole("button", { name: "Open the order" }));
  expect(await screen.findByRole("heading", { name: "Order confirmed" })).toBeVisible();
  expect(asked).toEqual([{ customerEmail: "customer@example.com" }]);
});

test("who asks for codes too often is told when to come back", async () => {
  server.use(
    http.post("*/api/orders/:id/access-code", () => refusal(429, "TOO_MANY_REQUESTS", "x", { "Retry-After": "120" })),
  );
  const { user } = openShop("/find-order");
  await user.type(await screen.findByLabelText("Order number"), ORDER_ID);
  await user.type(screen.getByLabelText("E-mail"), "customer@example.com");
  await user.click(screen.getByRole("button", { name: "Mail me a code" }));
  expect(await screen.findByText("Too many tries. Try again in 2 minutes.")).toBeVisible();
});
