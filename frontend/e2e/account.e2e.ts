import { describe, expect } from "vitest";
import { look } from "./look";
import { mailTo } from "./mailbox";
import {
  ADMIN,
  heading,
  leaveOverlay,
  newAddress,
  openBuying,
  orderIdOf,
  pay,
  SHOPPER,
  signIn,
  expectStatus,
} from "./shopping";
import { test } from "./visitor";

const PASSWORD = "Stampede-e2e-1";

describe("an account", () => {
  test("is made with a mailed code, and shows what was ordered with its address", async ({
    visitor: { page, open },
  }) => {
    const email = newAddress();
    await open("/account/join");
    await look(page, "join");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    await heading(page, "Check your mail");
    const code = /\b\d{6}\b/.exec(await mailTo(email, /./))?.[0] ?? "";
    await page.getByLabel("Code").fill(code);
    await page.getByRole("button", { name: "Confirm" }).click();
    await heading(page, "Your account");

    await openBuying(page, "rook-microphone");
    await pay(page, { email });
    await expectStatus(page, "Order confirmed");
    await leaveOverlay(page);
    await page.getByRole("link", { name: "Account" }).click();
    await page.getByRole("link", { name: /Rook/ }).waitFor();
    await look(page, "account");
    await page.reload();
    await page.getByRole("link", { name: /Rook/ }).waitFor();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await heading(page, "Sign in");
  });

  test("is not opened by a wrong password, which is told in a summary", async ({
    visitor: { page, open, expectRefusals },
  }) => {
    expectRefusals(400);
    await open("/account/sign-in");
    await page.getByLabel("E-mail").fill(SHOPPER.email);
    await page.getByLabel("Password", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("link", { name: "E-mail or password is not right" }).waitFor();
    await look(page, "sign-in-refused");
  });

  test("is not needed to open an order elsewhere: a code is mailed", async ({ visitor: { page, context } }) => {
    const email = newAddress();
    await openBuying(page, "hearth-speakers");
    await pay(page, { email });
    await expectStatus(page, "Order confirmed");
    const orderId = orderIdOf(page);

    await page.evaluate(() => localStorage.clear());
    await context.clearCookies();
    await page.goto("/find-order");
    await look(page, "find-order");
    await page.getByLabel("Order number").fill(orderId);
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Mail me a code" }).click();
    await heading(page, "Check your mail");
    const code = /\b\d{4} \d{4}\b/.exec(await mailTo(email, /code/i))?.[0] ?? "";
    await page.getByLabel("Code").fill(code);
    await page.getByRole("button", { name: "Open the order" }).click();
    await heading(page, "Order confirmed");
    expect(orderIdOf(page)).toBe(orderId);
  });
});

describe("the staff", () => {
  test("ships what was paid, and the buyer sees it", async ({ visitor: { page } }) => {
    const email = newAddress();
    await openBuying(page, "keystone-75-keyboard");
    await pay(page, { email });
    await expectStatus(page, "Order confirmed");
    const orderId = orderIdOf(page);

    await signIn(page, ADMIN);
    await page.goto(`/admin/orders?email=${encodeURIComponent(email)}`);
    const order = page.getByRole("article", { name: email });
    await order.getByRole("button", { name: "Ship" }).waitFor();
    await look(page, "admin-orders");
    await order.getByRole("button", { name: "Ship" }).click();
    await look(page, "admin-ship");
    await page.getByRole("dialog").getByRole("button", { name: "Ship" }).click();
    await order.getByRole("button", { name: "Mark delivered" }).waitFor();

    await page.goto(`/orders/${orderId}`);
    await heading(page, "On its way");
  });

  test("puts a product on sale, gives it units, changes it and takes it off", async ({ visitor: { page } }) => {
    const id = `e2e-${Date.now()}`;
    await signIn(page, ADMIN);
    await page.goto("/admin/products");
    await page
      .getByText(/products/)
      .first()
      .waitFor();
    await look(page, "admin-products");
    await page.getByRole("link", { name: "New product" }).click();
    await page.getByLabel("Id", { exact: true }).fill(id);
    await page.getByLabel("Name").fill("E2E Lamp");
    await page.getByLabel("Description").fill("Lights a desk.");
    await page.getByLabel("Category").fill("peripherals");
    await page.getByLabel("Price in USD").fill("39.90");
    await look(page, "admin-new-product");
    await page.getByRole("button", { name: "Create product" }).click();
    await heading(page, "E2E Lamp");

    await page.getByLabel("Units (take away with a minus)").fill("20");
    await page.getByLabel("Reason").fill("First delivery");
    await page.getByRole("button", { name: "Change the stock" }).click();
    await page.getByText("+20").waitFor();
    await page.getByLabel("Price in USD").fill("34.90");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("The product is saved.").waitFor();
    await look(page, "admin-product");
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await heading(page, "Products");
  });

  test("sees what a day brought, hour by hour", async ({ visitor: { page, open } }) => {
    await openBuying(page, "keystone-75-keyboard");
    await pay(page, { email: newAddress() });
    await expectStatus(page, "Order confirmed");

    await signIn(page, ADMIN);
    await open("/admin/sales");
    await heading(page, "Sales");
    // The order may be counted a moment later: the page renews itself.
    await page.getByRole("img", { name: /sold, most of it in the hour from/ }).waitFor();
    await look(page, "admin-sales");
    await page.getByText("As a table").click();
    await page
      .getByRole("row")
      .filter({ hasText: /\$[1-9]/ })
      .first()
      .waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await look(page, "admin-sales-table");
    await page.getByRole("link", { name: "Day before" }).click();
    await page.getByText("Nothing happened on this day.").waitFor();
    await look(page, "admin-sales-empty");
  });

  test("decides about orders that the fraud rules left to a person", async ({ visitor: { page, open } }) => {
    await signIn(page, ADMIN);
    await open("/admin/reviews");
    await heading(page, "Fraud review");
    await page.getByText(/orders? waits?/).waitFor();
    await look(page, "admin-reviews");
  });
});
