import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import type { Order } from "@/lib/api-types";
import { saveReceipt } from "@/lib/receipts";
import { refusal, success } from "@/testing/answers";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";
import { confirmed, declined, ORDER_ID, placed, tellOrderAs } from "@/testing/shop-orders";

const PAGE = `/orders/${ORDER_ID}`;
const cancelled = { ...declined, reason: "CANCELLED_BY_CUSTOMER" } satisfies Order;
const delivered = { ...confirmed, status: "DELIVERED" } satisfies Order;

function hear(wish: "cancel" | "return", answer: () => Response) {
  const heard: unknown[] = [];
  server.use(
    http.post(`*/api/orders/${ORDER_ID}/${wish}`, async ({ request }) => {
      heard.push({ token: request.headers.get("X-Receipt-Token"), body: await request.json() });
      return answer();
    }),
  );
  return heard;
}

test("an order that is not shipped can be cancelled, after a second thought and with a reason", async () => {
  saveReceipt(placed);
  tellOrderAs(confirmed);
  const heard = hear("cancel", () => success(cancelled));
  const { user } = openShop(PAGE);
  await user.click(await screen.findByRole("button", { name: "Cancel this order" }));
  const dialog = within(screen.getByRole("dialog", { name: "Cancel this order?" }));
  await user.type(dialog.getByLabelText(/^Why/), "Changed my mind.");
  expect(heard).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Cancel the order" }));
  expect(await screen.findByRole("heading", { name: "You cancelled this order" })).toBeVisible();
  expect(heard).toEqual([{ token: placed.receiptToken, body: { note: "Changed my mind." } }]);
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Cancel this order" })).not.toBeInTheDocument();
});

test("what has arrived can be sent back", async () => {
  saveReceipt(placed);
  tellOrderAs(delivered);
  const heard = hear("return", () => success({ ...delivered, status: "RETURN_REQUESTED" }));
  const { user } = openShop(PAGE);
  await user.click(await screen.findByRole("button", { name: "Send it back" }));
  await user.click(screen.getByRole("button", { name: "Ask for a return" }));
  expect(await screen.findByRole("heading", { name: "Return requested" })).toBeVisible();
  expect(heard).toEqual([{ token: placed.receiptToken, body: {} }]);
});

test("an order that has moved on meanwhile is shown as it stands", async () => {
  saveReceipt(placed);
  const seen = tellOrderAs(confirmed, { ...confirmed, status: "SHIPPED" });
  hear("cancel", () => refusal(409, "ORDER_STATE_CONFLICT"));
  const { user } = openShop(PAGE);
  await user.click(await screen.findByRole("button", { name: "Cancel this order" }));
  await user.click(screen.getByRole("button", { name: "Cancel the order" }));
  expect(await screen.findByText(/The order has moved on meanwhile/)).toBeVisible();
  await waitFor(() => expect(seen.readings).toBe(2));
  await user.click(screen.getByRole("button", { name: "Keep it" }));
  expect(await screen.findByRole("heading", { name: "On its way" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Cancel this order" })).not.toBeInTheDocument();
});

test.each(["SHIPPED", "RETURNED", "REFUNDED", "CANCELLED"] as const)(
  "nothing can be asked of an order that is %s",
  async (status) => {
    saveReceipt(placed);
    tellOrderAs({ ...confirmed, status });
    openShop(PAGE);
    await screen.findByRole("region", { name: "History" });
    expect(screen.queryByRole("button", { name: /Cancel this order|Send it back/ })).not.toBeInTheDocument();
  },
);
