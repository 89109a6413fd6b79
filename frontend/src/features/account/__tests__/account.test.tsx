import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import type { ListedOrder } from "@/lib/api-types";
import { allReceipts } from "@/lib/receipts";
import { signedInCustomer } from "@/lib/session";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";
import { confirmed, ORDER_ID, tellOrderAs } from "@/testing/shop-orders";
import { CODE, openUserPool, refused, SHOPPER, signedInAs } from "@/testing/user-pool";

const listed = {
  ...confirmed,
  reason: null,
  updatedAt: confirmed.createdAt,
  refunded: 0,
  receiptToken: "receipt-1",
} as unknown as ListedOrder;

function tellOrders(...orders: ListedOrder[]): URL[] {
  const asked: URL[] = [];
  server.use(
    http.get("*/api/orders", ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json({
        success: true,
        message: "",
        data: orders,
        page: { nextCursor: null },
        timestamp: "2026-01-01T00:00:00Z",
      });
    }),
  );
  return asked;
}

async function signIn(user: ReturnType<typeof openShop>["user"], password = SHOPPER.password) {
  await user.type(await screen.findByLabelText("E-mail"), SHOPPER.email);
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

test("who is not signed in is asked to, and comes to the account then", async () => {
  openUserPool();
  tellOrders();
  const { user } = openShop("/account");
  await screen.findByRole("heading", { name: "Sign in" });
  await signIn(user);
  expect(await screen.findByRole("heading", { name: "Your account" })).toBeVisible();
  expect(screen.getByText(`Signed in as ${SHOPPER.email}`)).toBeVisible();
});

test("a wrong password is reported in a summary that has the focus, and the field is one click away", async () => {
  openUserPool();
  const { user } = openShop("/account/sign-in");
  await signIn(user, "wrong");
  const problem = await screen.findByRole("link", { name: "E-mail or password is not right" });
  await waitFor(() => expect(problem.closest("[role=alert]")?.parentElement).toHaveFocus());
  await user.click(problem);
  expect(screen.getByLabelText("E-mail")).toHaveFocus();
  expect(signedInCustomer()).toBeNull();
});

test("what is missing is told before anything is sent", async () => {
  const calls = openUserPool();
  const { user } = openShop("/account/join");
  await user.type(await screen.findByLabelText("Password"), "short");
  await user.click(screen.getByRole("button", { name: "Create account" }));
  const summary = within(screen.getByRole("alert"));
  expect(summary.getByRole("link", { name: "Enter your e-mail address" })).toBeVisible();
  expect(
    summary.getByRole("link", { name: /still needs 12 characters, a capital letter, a digit, a symbol/ }),
  ).toBeVisible();
  expect(calls).toHaveLength(0);
});

test("a new customer proves the address with the mailed code and is signed in", async () => {
  const calls = openUserPool();
  tellOrders();
  const { user } = openShop("/account/join");
  await user.type(await screen.findByLabelText("E-mail"), SHOPPER.email);
  await user.type(screen.getByLabelText("Password"), SHOPPER.password);
  await user.click(screen.getByRole("button", { name: "Create account" }));
  await screen.findByRole("heading", { name: "Check your mail" });
  await user.click(screen.getByRole("button", { name: "Send another code" }));
  expect(await screen.findByText("A new code is on its way.")).toBeVisible();
  await user.type(screen.getByLabelText("Code"), CODE);
  await user.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByRole("heading", { name: "Your account" })).toBeVisible();
  expect(calls.map(({ operation }) => operation)).toEqual([
    "SignUp",
    "ResendConfirmationCode",
    "ConfirmSignUp",
    "InitiateAuth",
  ]);
  expect(calls[0]?.body).toEqual({
    ClientId: "client-1",
    Username: SHOPPER.email,
    Password: SHOPPER.password,
    UserAttributes: [{ Name: "email", Value: SHOPPER.email }],
  });
});

test("who signs in before confirming is led to the code", async () => {
  openUserPool({ InitiateAuth: () => refused("UserNotConfirmedException") });
  const { user } = openShop("/account/sign-in");
  await signIn(user);
  expect(await screen.findByRole("heading", { name: "Confirm your address" })).toBeVisible();
});

test("a password given by somebody else is replaced before anything else", async () => {
  const calls = openUserPool({
    InitiateAuth: () =>
      HttpResponse.json({
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session: "session-1",
        ChallengeParameters: { USER_ID_FOR_SRP: SHOPPER.id },
      }),
  });
  const { user } = openShop("/account/sign-in");
  await signIn(user);
  await screen.findByRole("heading", { name: "Choose a password" });
  await user.type(screen.getByLabelText("New password"), SHOPPER.password);
  await user.click(screen.getByRole("button", { name: "Save and sign in" }));
  await waitFor(() =>
    expect(calls[1]).toEqual({
      operation: "RespondToAuthChallenge",
      body: {
        ClientId: "client-1",
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session: "session-1",
        ChallengeResponses: { USERNAME: SHOPPER.id, NEW_PASSWORD: SHOPPER.password },
      },
    }),
  );
});

test("a forgotten password is replaced by a mailed code, without telling whether there is an account", async () => {
  const calls = openUserPool();
  tellOrders();
  const { user } = openShop("/account/password");
  await user.type(await screen.findByLabelText("E-mail"), SHOPPER.email);
  await user.click(screen.getByRole("button", { name: "Mail me a code" }));
  expect(await screen.findByText(/If shopper@example.com has an account/)).toBeVisible();
  await user.type(screen.getByLabelText("Code"), CODE);
  await user.type(screen.getByLabelText("New password"), SHOPPER.password);
  await user.click(screen.getByRole("button", { name: "Save and sign in" }));
  expect(await screen.findByRole("heading", { name: "Your account" })).toBeVisible();
  expect(calls.map(({ operation }) => operation)).toEqual(["ForgotPassword", "ConfirmForgotPassword", "InitiateAuth"]);
});

test("the orders are listed, filtered by an address, and open with their receipts", async () => {
  signedInAs(SHOPPER);
  const asked = tellOrders(listed);
  tellOrderAs(confirmed);
  const { user } = openShop("/account");
  expect(await screen.findByRole("link", { name: "RTX 4090 GPU" })).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Show"), "Confirmed");
  await waitFor(() => expect(asked.at(-1)?.searchParams.get("status")).toBe("CONFIRMED"));
  expect(window.location.search).toBe("?status=CONFIRMED");
  await user.click(await screen.findByRole("link", { name: "RTX 4090 GPU" }));
  expect(window.location.pathname).toBe(`/orders/${ORDER_ID}`);
  expect(await screen.findByRole("heading", { name: "Order confirmed" })).toBeVisible();
});

test("more orders come by the cursor", async () => {
  signedInAs(SHOPPER);
  server.use(
    http.get("*/api/orders", ({ request }) => {
      const second = new URL(request.url).searchParams.get("cursor") === "next";
      const data = [
        second ? { ...listed, orderId: "another", items: [{ ...listed.items[0], name: "Pulse Earbuds" }] } : listed,
      ];
      return HttpResponse.json({
        success: true,
        message: "",
        data,
        page: { nextCursor: second ? null : "next" },
        timestamp: "2026-01-01T00:00:00Z",
      });
    }),
  );
  const { user } = openShop("/account");
  await user.click(await screen.findByRole("button", { name: "Show more orders" }));
  expect(await screen.findByRole("link", { name: "Pulse Earbuds" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Show more orders" })).not.toBeInTheDocument();
});

test("an empty page that has a next one does not say that there is none", async () => {
  signedInAs(SHOPPER);
  server.use(
    http.get("*/api/orders", ({ request }) => {
      const second = new URL(request.url).searchParams.get("cursor") === "next";
      return HttpResponse.json({
        success: true,
        message: "",
        data: second ? [listed] : [],
        page: { nextCursor: second ? null : "next" },
        timestamp: "2026-01-01T00:00:00Z",
      });
    }),
  );
  const { user } = openShop("/account?status=SHIPPED");
  expect(await screen.findByText(/older ones may/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Look further back" }));
  expect(await screen.findByRole("link", { name: "RTX 4090 GPU" })).toBeVisible();
});

test("signing out is here at once, is told to the user pool, and leaves no receipt of the account behind", async () => {
  const calls = openUserPool();
  signedInAs(SHOPPER);
  tellOrders(listed);
  tellOrderAs(confirmed);
  const { user } = openShop("/account");
  await user.click(await screen.findByRole("link", { name: "RTX 4090 GPU" }));
  expect(allReceipts()).toHaveLength(1);
  window.history.back();
  await user.click(await screen.findByRole("button", { name: "Sign out" }));
  expect(await screen.findByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(allReceipts()).toHaveLength(0);
  await waitFor(() =>
    expect(calls.at(-1)).toEqual({
      operation: "RevokeToken",
      body: { ClientId: "client-1", Token: "refresh-shopper-1" },
    }),
  );
});

test("signing out everywhere that gets no answer leaves the customer signed in, and says so", async () => {
  openUserPool({ GlobalSignOut: () => new HttpResponse("{}", { status: 503 }) });
  signedInAs(SHOPPER);
  tellOrders();
  const { user } = openShop("/account");
  await user.click(await screen.findByRole("button", { name: "Sign out everywhere" }));
  expect(await screen.findByText("You are still signed in")).toBeVisible();
  expect(signedInCustomer()?.email).toBe(SHOPPER.email);
});
