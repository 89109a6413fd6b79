import { describe } from "vitest";
import { setStock } from "./laptop-cloud";
import { look } from "./look";
import { heading, leaveOverlay, newAddress, SHOPPER, signIn, expectStatus } from "./shopping";
import { change, putOnSale } from "./staff";
import { test } from "./visitor";

describe("a cart", () => {
  test("whose price changed is paid only after its new total was told", async ({
    visitor: { page, open, expectRefusals },
  }) => {
    expectRefusals(409);
    const lamp = { name: "Desk Lamp", description: "Lights a desk.", category: "peripherals", price: 40 };
    const product = await putOnSale(`lamp-${Date.now()}`, lamp, 20);
    await open(`/products/${product.id}`);
    await page.getByRole("button", { name: "Add to cart: Desk Lamp" }).click();
    await page.getByRole("button", { name: "See cart" }).click();
    await page.getByRole("link", { name: "Check out · $43.20" }).click();
    await heading(page, "Checkout");
    await page.getByLabel("E-mail").fill(newAddress());

    await change(product, { ...lamp, price: 50 });
    await page.getByRole("button", { name: "Pay $43.20" }).click();
    await page.getByText("The total is now $54.00").waitFor();
    await look(page, "price-changed");
    await page.getByRole("button", { name: "Pay $54.00" }).click();
    await expectStatus(page, "Order confirmed");
    await leaveOverlay(page);
    await page.getByText("$54.00").first().waitFor();
  });

  test("of which something sold out meanwhile is paid without it", async ({
    visitor: { page, open, expectRefusals },
  }) => {
    expectRefusals(409);
    const lamp = { name: "Reading Lamp", description: "Lights a book.", category: "peripherals", price: 30 };
    const product = await putOnSale(`lamp-${Date.now()}`, lamp, 5);
    await open("/products/atlas-dock");
    // The badge counts at once; the shop has it when it has answered.
    const added = page.waitForResponse((response) => response.ok() && response.url().endsWith("/items"));
    await page
      .getByRole("button", { name: /^Add to cart/ })
      .first()
      .click();
    await added;
    await open(`/products/${product.id}`);
    await page.getByRole("button", { name: "Add to cart: Reading Lamp" }).click();
    await page.getByRole("button", { name: "See cart" }).click();
    await page.getByRole("link", { name: /^Check out/ }).click();
    await heading(page, "Checkout");
    await page.getByLabel("E-mail").fill(newAddress());

    await setStock(product.id, 0);
    await page.getByRole("button", { name: /^Pay / }).click();
    await page.getByText("Something has just sold out").waitFor();
    await look(page, "checkout-sold-out");
    await page.getByRole("link", { name: "Change", exact: true }).click();
    await page.getByText("Sold out. Take it out to order the rest.").waitFor();
    await look(page, "cart-sold-out");
    await page.getByRole("button", { name: /^Remove Reading Lamp/ }).click();
    await page.getByRole("link", { name: /^Check out/ }).click();
    await page.getByLabel("E-mail").fill(newAddress());
    await page.getByRole("button", { name: /^Pay / }).click();
    await expectStatus(page, "Order confirmed");
  });

  test("comes along at sign-in, once for all tabs, and is the same elsewhere", async ({ visitor, newVisitor }) => {
    const { page, context, open } = visitor;
    await open("/products/vista-27-4k");
    await page
      .getByRole("button", { name: /^Add to cart: Vista 27/ })
      .first()
      .click();
    const tab = await context.newPage();
    await tab.goto("/");
    await tab.getByRole("button", { name: "Cart 1 unit" }).waitFor();

    const merged = context.waitForEvent("response", (response) => response.ok() && response.url().endsWith("/merge"));
    await signIn(page, SHOPPER);
    await merged;
    const elsewhere = await newVisitor();
    await signIn(elsewhere.page, SHOPPER);
    await elsewhere.page.getByRole("button", { name: "Cart 1 unit" }).waitFor();

    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await tab.getByRole("button", { name: "Cart 0 units" }).waitFor();
    await signIn(page, SHOPPER);
    await tab.getByRole("button", { name: "Cart 1 unit" }).waitFor();
    await tab.getByRole("button", { name: "Cart 1 unit" }).click();
    await tab
      .getByRole("dialog")
      .getByRole("link", { name: /Vista 27/ })
      .waitFor();
  });
});
