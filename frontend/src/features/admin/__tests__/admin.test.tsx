import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { StaffOrder } from "@/lib/api-types";
import { page, refusal, success } from "@/testing/answers";
import { describedAs, rtx4090 } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";
import { confirmed, ORDER_ID } from "@/testing/shop-orders";
import { ADMIN, SHOPPER, signedInAs } from "@/testing/user-pool";

const paid = {
  ...confirmed,
  reason: null,
  updatedAt: confirmed.createdAt,
  refunded: 0,
  payment: { status: "CAPTURED" },
  fraud: { decision: "APPROVED", score: 5, rules: [] },
  stock: "SOLD",
  refundable: 1727.99,
} as unknown as StaffOrder;

const inReview: StaffOrder = {
  ...paid,
  status: "RESERVED",
  payment: { status: "AUTHORIZED" },
  fraud: { decision: "REVIEW", score: 60, rules: ["many-orders"] },
  stock: "RESERVED",
};

beforeEach(() => signedInAs(ADMIN));

function tellOrders(...orders: StaffOrder[]): URL[] {
  const asked: URL[] = [];
  server.use(
    http.get("*/api/orders", ({ request }) => {
      asked.push(new URL(request.url));
      return page(orders as never[]);
    }),
  );
  return asked;
}

interface Move {
  path: string;
  key: string | null;
  body: unknown;
}

/** Takes what staff does with an order and answers how it stands then. */
function takeMoves(answer: () => Response): Move[] {
  const moves: Move[] = [];
  server.use(
    http.post(`*/api/orders/${ORDER_ID}/:move`, async ({ request }) => {
      const path = new URL(request.url).pathname.split("/").at(-1) ?? "";
      moves.push({ path, key: request.headers.get("Idempotency-Key"), body: await request.json() });
      return answer();
    }),
  );
  return moves;
}

test("a customer is told that these pages are for the staff", async () => {
  signedInAs(SHOPPER);
  openShop("/admin/orders");
  expect(await screen.findByRole("heading", { name: "This is for the staff" })).toBeVisible();
});

test("orders are filtered by state, address and day, each filter an address of its own", async () => {
  const asked = tellOrders(paid);
  const { user } = openShop("/admin/orders");
  await screen.findByRole("article", { name: "customer@example.com" });
  await user.selectOptions(screen.getByLabelText("State"), "Confirmed");
  await user.type(screen.getByLabelText("E-mail"), "customer@example.com");
  await user.type(screen.getByLabelText("Day (UTC)"), "2026-01-01");
  await user.click(screen.getByRole("button", { name: "Filter" }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(Object.fromEntries(asked[1]!.searchParams)).toMatchObject({
    status: "CONFIRMED",
    customerEmail: "customer@example.com",
    day: "2026-01-01",
  });
  expect(window.location.search).toBe("?status=CONFIRMED&email=customer%40example.com&day=2026-01-01");
});

test("an empty page that has a next one does not say that there is none", async () => {
  server.use(
    http.get("*/api/orders", ({ request }) => {
      const second = new URL(request.url).searchParams.get("cursor") === "next";
      return HttpResponse.json({
        success: true,
        message: "",
        data: second ? [paid] : [],
        page: { nextCursor: second ? null : "next" },
        timestamp: "2026-01-01T00:00:00Z",
      });
    }),
  );
  const { user } = openShop("/admin/orders?status=CONFIRMED");
  expect(await screen.findByText(/older ones may/)).toBeVisible();
  expect(screen.queryByText("No orders match.")).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Look further back" }));
  expect(await screen.findByRole("article", { name: "customer@example.com" })).toBeVisible();
});

test("a paid order is shipped, with a note for the record, and shown as it stands then", async () => {
  tellOrders(paid);
  const moves = takeMoves(() => success({ ...paid, status: "SHIPPED" } as never));
  const { user } = openShop("/admin/orders");
  await user.click(await screen.findByRole("button", { name: "Ship" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Ship this order" }));
  await user.type(dialog.getByLabelText("Note (for the record)"), "Parcel 7");
  await user.click(dialog.getByRole("button", { name: "Ship" }));
  expect(await screen.findByRole("button", { name: "Mark delivered" })).toBeVisible();
  expect(moves).toEqual([{ path: "ship", key: null, body: { note: "Parcel 7" } }]);
});

test("a refund of a part stays below what is left, and a repeat is the same attempt", async () => {
  tellOrders(paid);
  let answers = 0;
  const moves = takeMoves(() =>
    answers++ === 0 ? HttpResponse.error() : success({ ...paid, refunded: 5, refundable: 1722.99 } as never),
  );
  const { user } = openShop("/admin/orders");
  await user.click(await screen.findByRole("button", { name: "Refund" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByLabelText("A part of it"));
  await user.type(dialog.getByLabelText("Amount in USD"), "2000");
  await user.click(dialog.getByRole("button", { name: "Refund" }));
  expect(await dialog.findByRole("link", { name: "Enter an amount up to $1,727.99" })).toBeVisible();
  expect(moves).toHaveLength(0);

  await user.clear(dialog.getByLabelText("Amount in USD"));
  await user.type(dialog.getByLabelText("Amount in USD"), "5.00");
  await user.click(dialog.getByRole("button", { name: "Refund" }));
  expect(await dialog.findByText(/No answer from the shop/)).toBeVisible();
  await user.click(dialog.getByRole("button", { name: "Refund" }));
  expect(await screen.findByText(/\$5.00 refunded/)).toBeVisible();
  expect(moves.map(({ body }) => body)).toEqual([{ amount: 5 }, { amount: 5 }]);
  expect(moves[0]?.key).toBeTruthy();
  expect(moves[1]?.key).toBe(moves[0]?.key);
});

test("an order that stands otherwise by now is told, and the list is read again", async () => {
  const asked = tellOrders(paid);
  takeMoves(() =>
    refusal(409, "ORDER_STATE_CONFLICT", "No", {}, [
      { field: "status", code: "CANCELLED", message: "The order is CANCELLED." },
    ]),
  );
  const { user } = openShop("/admin/orders");
  await user.click(await screen.findByRole("button", { name: "Ship" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Ship" }));
  expect(await screen.findByText("The order is CANCELLED.")).toBeVisible();
  await waitFor(() => expect(asked).toHaveLength(2));
});

test("a return is taken in and written off", async () => {
  tellOrders({ ...paid, status: "RETURN_REQUESTED" });
  const moves = takeMoves(() => success({ ...paid, status: "RETURNED", stock: "WRITTEN_OFF" } as never));
  const { user } = openShop("/admin/orders");
  await user.click(await screen.findByRole("button", { name: "Take return in" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByLabelText(/Written off/));
  await user.click(dialog.getByRole("button", { name: "Take return in" }));
  expect(await within(screen.getByRole("article")).findByText("Returned")).toBeVisible();
  expect(moves[0]).toMatchObject({ path: "receive-return", body: { units: "write-off" } });
});

test("only what the fraud rules left to a person waits for review, and goes with the decision", async () => {
  tellOrders(inReview, { ...paid, orderId: "another", status: "RESERVED", customerEmail: "other@example.com" });
  const moves = takeMoves(() => success({ ...inReview, fraud: { ...inReview.fraud, decision: "APPROVED" } } as never));
  const { user } = openShop("/admin/reviews");
  expect(await screen.findByText("1 order waits")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Approve" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Approve" }));
  expect(await screen.findByText("Nothing waits for a decision.")).toBeVisible();
  expect(moves[0]).toMatchObject({ path: "fraud-decision", body: { decision: "approve" } });
});

const STOCK = { sku: rtx4090.id, available: 500, reserved: 2, sold: 7, adjustments: [] };

function openProduct() {
  server.use(http.get("*/api/products/:id/stock", () => success(STOCK)));
  return openShop("/admin/products/rtx-4090");
}

test("a product is changed from the version that was shown", async () => {
  const changes: { version: string | null; body: unknown }[] = [];
  const { user } = openProduct();
  server.use(
    http.put("*/api/products/rtx-4090", async ({ request }) => {
      changes.push({ version: request.headers.get("If-Match"), body: await request.json() });
      return success({ ...describedAs(rtx4090), price: 1499, version: 2 });
    }),
  );
  const price = await screen.findByLabelText("Price in USD");
  expect(price).toHaveValue("1599.99");
  await user.clear(price);
  await user.type(price, "1499");
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  expect(await screen.findByText("The product is saved.")).toBeVisible();
  expect(changes).toEqual([
    {
      version: `"${rtx4090.version}"`,
      body: {
        name: rtx4090.name,
        description: rtx4090.description,
        category: rtx4090.category,
        image: rtx4090.image,
        price: 1499,
        originalPrice: 1999.99,
      },
    },
  ]);
});

test("while a sale runs, who changes a word changes nothing else", async () => {
  const sale = {
    id: "launch",
    startsAt: "2026-01-01T00:00:00.123Z",
    endsAt: "2100-01-01T00:00:00.000Z",
    price: 100,
    units: 50,
  };
  const running = {
    ...describedAs(rtx4090),
    price: 150,
    originalPrice: 199,
    limitPerCustomer: 5,
    sale: { ...sale, phase: "RUNNING" },
  };
  const bodies: unknown[] = [];
  const { user } = openProduct();
  server.use(
    http.get("*/api/products/rtx-4090/description", () => success(running as never)),
    http.put("*/api/products/rtx-4090", async ({ request }) => {
      bodies.push(await request.json());
      return success({ ...running, version: 2 } as never);
    }),
  );
  expect(await screen.findByText("A sale is running")).toBeVisible();
  await user.type(screen.getByLabelText("Name"), "!");
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  expect(await screen.findByText("The product is saved.")).toBeVisible();
  expect(bodies).toEqual([
    {
      name: `${rtx4090.name}!`,
      description: rtx4090.description,
      category: rtx4090.category,
      image: rtx4090.image,
      price: 150,
      originalPrice: 199,
      limitPerCustomer: 5,
      sale,
    },
  ]);
});

test("who plans a sale is told, before and after, that nobody can order the product until it starts", async () => {
  const sale = {
    id: "launch",
    startsAt: "2099-01-01T00:00:00.000Z",
    endsAt: "2100-01-01T00:00:00.000Z",
    price: 100,
    units: 50,
  };
  const { user } = openProduct();
  server.use(
    http.put("*/api/products/rtx-4090", () =>
      success({ ...describedAs(rtx4090), sale: { ...sale, phase: "UPCOMING" }, version: 2 } as never),
    ),
  );
  await user.click(await screen.findByLabelText("With a sale"));
  expect(screen.getByLabelText("Starts (your time)")).toHaveAccessibleDescription(
    /Nobody can order the product before/,
  );
  await user.type(screen.getByLabelText("Id of the sale"), "launch");
  await user.type(screen.getByLabelText("Price in the sale"), "100");
  await user.type(screen.getByLabelText("Starts (your time)"), "2099-01-01T00:00:00");
  await user.type(screen.getByLabelText("Ends (your time)"), "2099-12-31T00:00:00");
  await user.type(screen.getByLabelText("Units in the sale"), "50");
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  expect(await screen.findByText("The product is saved. Nobody can order it before its sale starts.")).toBeVisible();
  expect(await screen.findByText("A sale is planned")).toBeVisible();
});

test("a product that somebody else changed is loaded anew, and what was entered is told", async () => {
  const { user } = openProduct();
  const price = await screen.findByLabelText("Price in USD");
  server.use(
    http.put("*/api/products/rtx-4090", () =>
      refusal(412, "STALE_VERSION", "Stale", {}, [{ field: "If-Match", code: "STALE", message: "The version is 9." }]),
    ),
    http.get("*/api/products/rtx-4090/description", () =>
      success({ ...describedAs(rtx4090), name: "RTX 4090 Super", version: 9 }),
    ),
  );
  await user.clear(price);
  await user.type(price, "1499");
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  expect(await screen.findByText("Somebody changed this product while you had it open")).toBeVisible();
  expect(screen.getByText("Price: 1499")).toBeVisible();
  expect(screen.getByLabelText("Name")).toHaveValue("RTX 4090 Super");
  expect(screen.getByLabelText("Price in USD")).toHaveValue("1599.99");
});

test("a product is deleted only after a second question", async () => {
  const deleted: (string | null)[] = [];
  const { user } = openProduct();
  server.use(
    http.delete("*/api/products/rtx-4090", ({ request }) => {
      deleted.push(request.headers.get("If-Match"));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await user.click(await screen.findByRole("button", { name: "Delete" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Keep it" }));
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(deleted).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Delete" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
  expect(await screen.findByRole("heading", { name: "Products" })).toBeVisible();
  expect(deleted).toEqual([`"${rtx4090.version}"`]);
});

test("stock is set only while it is as it was shown", async () => {
  const { user } = openProduct();
  const asked: unknown[] = [];
  server.use(
    http.put("*/api/products/rtx-4090/stock", async ({ request }) => {
      asked.push({ key: request.headers.get("Idempotency-Key") !== null, body: await request.json() });
      return refusal(409, "STOCK_CHANGED", "Changed", {}, [
        { field: "available", code: "498", message: "There are 498." },
      ]);
    }),
  );
  await user.click(await screen.findByLabelText(/Set after counting/));
  await user.type(screen.getByLabelText("Units available"), "510");
  await user.type(screen.getByLabelText("Reason"), "Counted");
  server.use(http.get("*/api/products/:id/stock", () => success({ ...STOCK, available: 498 })));
  await user.click(screen.getByRole("button", { name: "Change the stock" }));
  expect(await screen.findByText("There are 498.")).toBeVisible();
  expect(await screen.findByText("498")).toBeVisible();
  expect(asked).toEqual([{ key: true, body: { available: 510, expected: 500, reason: "Counted" } }]);
});

test("a new product with a sale is sent whole, and what is missing is told by field", async () => {
  const sent: unknown[] = [];
  server.use(
    http.get("*/api/products/:id/stock", () => success({ ...STOCK, sku: "usb-c-hub" })),
    http.post("*/api/products", async ({ request }) => {
      sent.push(await request.json());
      return success({ ...describedAs(rtx4090), id: "usb-c-hub", name: "USB-C Hub", stock: 7 }, { status: 201 });
    }),
  );
  const { user } = openShop("/admin/products/new");
  await user.click(await screen.findByRole("button", { name: "Create product" }));
  expect(await screen.findByRole("link", { name: "Enter a name" })).toBeVisible();
  await user.type(screen.getByLabelText("Id"), "usb-c-hub");
  await user.type(screen.getByLabelText("Name"), "USB-C Hub");
  await user.type(screen.getByLabelText("Description"), "Seven ports.");
  await user.type(screen.getByLabelText("Category"), "peripherals");
  await user.type(screen.getByLabelText("Price in USD"), "39.90");
  await user.click(screen.getByLabelText("With a sale"));
  await user.type(screen.getByLabelText("Id of the sale"), "launch");
  await user.type(screen.getByLabelText("Price in the sale"), "29.90");
  await user.type(screen.getByLabelText("Starts (your time)"), "2026-12-01T09:00:00");
  await user.type(screen.getByLabelText("Ends (your time)"), "2026-12-01T21:00:00");
  await user.type(screen.getByLabelText("Units in the sale"), "50");
  await user.click(screen.getByRole("button", { name: "Create product" }));
  await waitFor(() => expect(window.location.pathname).toBe("/admin/products/usb-c-hub"));
  expect(await screen.findByText(/It has 7 left from before/)).toBeVisible();
  expect(sent).toEqual([
    {
      id: "usb-c-hub",
      name: "USB-C Hub",
      description: "Seven ports.",
      category: "peripherals",
      price: 39.9,
      sale: {
        id: "launch",
        startsAt: new Date("2026-12-01T09:00:00").toISOString(),
        endsAt: new Date("2026-12-01T21:00:00").toISOString(),
        price: 29.9,
        units: 50,
      },
    },
  ]);
});
