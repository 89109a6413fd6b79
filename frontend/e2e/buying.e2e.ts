import { afterEach, describe, expect } from "vitest";
import { press } from "./keyboard";
import { setFaults, setStock } from "./laptop-cloud";
import { look } from "./look";
import { mailTo } from "./mailbox";
import { heading, leaveOverlay, newAddress, openBuying, orderIdOf, pay, expectStatus } from "./shopping";
import { test } from "./visitor";

afterEach(() => setFaults(""));

describe("a guest", () => {
  test("browses, filters and opens a product", async ({ visitor: { page, open } }) => {
    await open("/");
    await page.getByRole("heading", { name: "RTX 4090 GPU" }).first().waitFor();
    await look(page, "shop");

    await page.getByRole("link", { name: /^Displays/ }).click();
    await page
      .getByRole("link", { name: /Vista 27/ })
      .first()
      .waitFor();
    expect(await page.getByRole("heading", { name: "RTX 4090 GPU" }).count()).toBe(0);
    expect(page.url()).toContain("category=displays");

    await page
      .getByRole("link", { name: /Vista 27/ })
      .first()
      .click();
    await heading(page, /Vista 27/);
    await look(page, "product");
  });

  test("buys, sees the order confirmed, and finds the mail in the mailbox", async ({ visitor: { page } }) => {
    const email = newAddress();
    await openBuying(page, "rtx-4090");
    await look(page, "buy");
    await pay(page, { email });
    await expectStatus(page, "Order confirmed");
    await look(page, "order-overlay");
    await leaveOverlay(page);
    await look(page, "order-confirmed");
    expect(await mailTo(email, /confirm/i)).toContain(orderIdOf(page));
  });

  test("fills a cart and pays for it, with the keyboard alone", async ({ visitor: { page, open } }) => {
    await open("/products/atlas-dock");
    await press(page.getByRole("button", { name: /^Add to cart/ }).first());
    await press(page.getByRole("button", { name: "Cart 1 unit" }));
    await page.getByRole("dialog", { name: "Your cart" }).waitFor();
    await look(page, "cart");
    await press(page.getByRole("link", { name: /^Check out/ }));
    await heading(page, /checkout/i);
    await look(page, "checkout");
    await page.getByLabel("E-mail").focus();
    await page.keyboard.type(newAddress());
    await page.keyboard.press("Enter");
    await expectStatus(page, "Order confirmed");
    await page.keyboard.press("Escape");
    await heading(page, "Order confirmed");
  });

  test("is told when the card is declined, that nothing was charged, and can order again", async ({
    visitor: { page },
  }) => {
    await openBuying(page, "drift-mouse");
    await pay(page, { email: newAddress(), card: "Empty card" });
    await expectStatus(page, "Your card was declined");
    expect(
      await page
        .getByText(/You were not charged/)
        .first()
        .isVisible(),
    ).toBe(true);
    await leaveOverlay(page);
    await look(page, "order-declined");
  });

  test("is told at once when somebody was quicker", async ({ visitor: { page, expectRefusals } }) => {
    expectRefusals(409);
    await setStock("canvas-22-pen", 1);
    await openBuying(page, "canvas-22-pen");
    await setStock("canvas-22-pen", 0);
    await pay(page, { email: newAddress() });
    await page
      .getByRole("dialog")
      .getByText(/sold out/i)
      .first()
      .waitFor();
    await look(page, "sold-out");
  });

  test("reloads while waiting, and the same order is confirmed", async ({ visitor: { page } }) => {
    await setFaults("pause:OrdersQueue");
    await openBuying(page, "lumen-webcam");
    await pay(page, { email: newAddress() });
    await expectStatus(page, "We have your order");
    const orderId = orderIdOf(page);
    await look(page, "order-waiting");
    await page.reload();
    await expectStatus(page, "We have your order");
    await setFaults("");
    await expectStatus(page, "Order confirmed");
    expect(orderIdOf(page)).toBe(orderId);
  });

  test("cancels an order that was not shipped yet", async ({ visitor: { page } }) => {
    await openBuying(page, "campus-15");
    await pay(page, { email: newAddress() });
    await expectStatus(page, "Order confirmed");
    await leaveOverlay(page);
    await page.getByRole("button", { name: "Cancel this order" }).click();
    await look(page, "cancel");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Cancel/ })
      .last()
      .click();
    await heading(page, "You cancelled this order");
  });

  test("reads an unknown address as a page that leads back", async ({ visitor: { page, open } }) => {
    await open("/no/such/page");
    await heading(page, "There is no such page");
    await look(page, "not-found");
    await page.getByRole("link", { name: "Go to the shop" }).click();
    await page.getByRole("heading", { name: "RTX 4090 GPU" }).first().waitFor();
  });
});
