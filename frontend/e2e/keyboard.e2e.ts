import { describe, expect } from "vitest";
import { expectFocus, goRound, press, reach, type } from "./keyboard";
import { ADMIN, heading, leaveOverlay, newAddress, openBuying, orderIdOf, pay, expectStatus } from "./shopping";
import { test } from "./visitor";

describe("with the keyboard alone one", () => {
  test("searches, sorts and narrows what there is", async ({ visitor: { page, open } }) => {
    await open("/");
    await page.getByRole("heading", { name: "RTX 4090 GPU" }).first().waitFor();
    expect(await goRound(page), "places for the focus").toBeGreaterThan(24);

    await reach(page.getByRole("combobox", { name: "Sort by" }));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/sort=price/);
    await press(page.getByRole("button", { name: "Filters" }));
    await type(page.getByRole("textbox", { name: "Lowest price" }), "100");
    const highest = page.getByRole("textbox", { name: "Highest price" });
    await type(highest, "500");
    await page.keyboard.press("Enter");
    await page.waitForURL(/minPrice=100&maxPrice=500/);
    await expectFocus(highest);
    await press(page.getByRole("checkbox", { name: "Only what is in stock" }), "Space");
    await page.waitForURL(/inStock=true/);
    await press(page.getByRole("link", { name: "Displays" }));
    await page.waitForURL(/category=displays/);
    await type(page.getByRole("searchbox", { name: "Search products" }), "vista 27");
    await page.waitForURL(/q=vista\+27/);
    await page.getByText("1 product", { exact: true }).waitFor();
    await press(page.getByRole("link", { name: /Vista 27/ }));
    await heading(page, /Vista 27/);
    await page.locator("main:focus, main :focus").waitFor();
  });

  test("changes the cart and gets back to where one was", async ({ visitor: { page, open } }) => {
    await open("/products/atlas-dock");
    await press(page.getByRole("button", { name: /^Add to cart/ }).first());
    const cart = page.getByRole("button", { name: /^Cart \d/ });
    await press(cart);
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await press(drawer.getByRole("button", { name: /^One more/ }));
    await page.keyboard.press("Escape");
    await expectFocus(cart);
    await page.getByRole("button", { name: "Cart 2 units" }).waitFor();

    await page.keyboard.press("Enter");
    await press(drawer.getByRole("button", { name: /^Remove/ }));
    await drawer.getByText("Your cart is empty").waitFor();
    await expectFocus(drawer.getByRole("heading", { name: "Your cart" }));
    await press(drawer.getByRole("button", { name: "Go on shopping" }));
    await expectFocus(cart);
  });

  test("cancels an order, after a second thought", async ({ visitor: { page } }) => {
    await openBuying(page, "rook-microphone");
    await pay(page, { email: newAddress() });
    await expectStatus(page, "Order confirmed");
    await leaveOverlay(page);

    const cancel = page.getByRole("button", { name: "Cancel this order" });
    await press(cancel);
    const dialog = page.getByRole("dialog", { name: "Cancel this order?" });
    await press(dialog.getByRole("button", { name: "Keep it" }));
    await expectFocus(cancel);
    await page.keyboard.press("Enter");
    await press(dialog.getByRole("button", { name: "Cancel the order" }));
    await expectFocus(page.getByRole("heading", { level: 1, name: "You cancelled this order" }));
  });

  test("signs in, and ships as one of the staff", async ({ visitor: { page, open } }) => {
    const email = newAddress();
    await openBuying(page, "keystone-75-keyboard");
    await pay(page, { email });
    await expectStatus(page, "Order confirmed");
    const orderId = orderIdOf(page);

    await open(`/admin/orders?email=${encodeURIComponent(email)}`);
    await type(page.getByLabel("E-mail"), ADMIN.email);
    await type(page.getByLabel("Password", { exact: true }), ADMIN.password);
    await page.keyboard.press("Enter");
    const order = page.getByRole("article", { name: email });
    const ship = order.getByRole("button", { name: "Ship" });
    await press(ship);
    const dialog = page.getByRole("dialog");
    await type(dialog.getByRole("textbox"), "By the keyboard");
    await page.keyboard.press("Escape");
    await expectFocus(ship);
    await page.keyboard.press("Enter");
    await press(dialog.getByRole("button", { name: "Ship" }));
    await expectFocus(order.getByRole("heading", { name: email }));
    await press(order.getByRole("button", { name: "Mark delivered" }));
    await press(dialog.getByRole("button", { name: "Back" }));

    await open(`/orders/${orderId}`);
    await heading(page, "On its way");
  });
});
