import { afterEach, describe, expect } from "vitest";
import { setFaults, setStock } from "./laptop-cloud";
import { look } from "./look";
import { heading, newAddress, openBuying, orderIdOf, pay } from "./shopping";
import { test } from "./visitor";

afterEach(() => setFaults(""));

describe("a guest", () => {
  test("browses, filters and opens a product", async ({ visitor: { page, open } }) => {
    await open("/");
    await page.getByRole("heading", { name: "RTX 4090 GPU" }).first().waitFor();
    await look(page, "shop");

    await page.getByRole("link", { name: "Displays" }).click();
    await page.getByRole("heading", { name: "Vista 27 4K Monitor" }).or(page.getByText("Vista 27")).first().waitFor();
    expect(await page.getByRole("heading", { name: "RTX 4090 GPU" }).count()).toBe(0);

    await page.getByRole("link", { name: /Vista 27/ }).first().click();
    await heading(page, /Vista 27/);
    await look(page, "product");
  });

  test("buys, sees the order confirmed, and finds the mail in the mailbox", async ({ visitor: { page } }) => {
    const email = newAddress();
    await openBuying(page, "rtx-4090");
    await look(page, "buy");
    await pay(page, { email });
    await heading(page, "Order confirmed");
    const orderId = orderIdOf(page);
    await look(page, "order-confirmed");

    await expect
      .poll(async () => {
        await page.goto("/_local/mail");
        return page.getByRole("row", { name: email }).count();
      }, { timeout: 60_000 })
      .toBe(1);
    await page.getByRole("row", { name: email }).getByRole("link").click();
    expect(await page.getByText(orderId).first().textContent()).toContain(orderId);
  });

  test("is told when the card is declined, that nothing was charged, and can order again", async ({ visitor: { page } }) => {
    await openBuying(page, "drift-mouse");
    await pay(page, { email: newAddress(), card: "Empty card" });
    await heading(page, "Your card was declined");
    expect(await page.getByText(/You were not charged/).isVisible()).toBe(true);
    await look(page, "order-declined");
  });

  test("is told at once when somebody was quicker", async ({ visitor: { page, expectRefusals } }) => {
    expectRefusals(409);
    await setStock("canvas-22-pen", 1);
    await openBuying(page, "canvas-22-pen");
    await setStock("canvas-22-pen", 0);
    await pay(page, { email: newAddress() });
    await page.getByRole("dialog").getByText(/sold out/i).first().waitFor();
    await look(page, "sold-out");
  });

  test("reloads while waiting, and the same order is confirmed", async ({ visitor: { page } }) => {
    await setFaults("pause:OrdersQueue");
    await openBuying(page, "lumen-webcam");
    await pay(page, { email: newAddress() });
    await heading(page, "We have your order");
    const orderId = orderIdOf(page);
    await look(page, "order-waiting");
    await page.reload();
    await heading(page, "We have your order");
    await setFaults("");
    await heading(page, "Order confirmed");
    expect(orderIdOf(page)).toBe(orderId);
  });

  test("reads an unknown address as a page that leads back", async ({ visitor: { page, open } }) => {
    await open("/no/such/page");
    await heading(page, "There is no such page");
    await look(page, "not-found");
    await page.getByRole("link", { name: "Go to the shop" }).click();
    await page.getByRole("heading", { name: "RTX 4090 GPU" }).first().waitFor();
  });
});
