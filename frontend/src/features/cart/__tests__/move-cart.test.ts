import { QueryClient } from "@tanstack/react-query";
import { http, type JsonBodyType } from "msw";
import { afterEach, beforeEach, expect, test } from "vitest";
import { leaveCart, takeCartAlong } from "@/features/cart/api/move-cart";
import { keepCart, readKeptCart } from "@/features/cart/kept-cart";
import { identifyBy } from "@/lib/api-client";
import { refusal, success } from "@/testing/answers";
import { CART_ID, CART_TOKEN, cartNow, lineOf, serverCart } from "@/testing/carts";
import { rtx4090 } from "@/testing/catalogue";
import { server } from "@/testing/server";

const OWN = { cartId: "own-cart", cartToken: "own-token" };
const GUEST = { cartId: CART_ID, cartToken: CART_TOKEN, own: false, cart: null };

let merges: (string | null)[] = [];
let queryClient: QueryClient;

beforeEach(() => {
  merges = [];
  queryClient = new QueryClient();
  serverCart.items = [lineOf(rtx4090, 1)];
  identifyBy({ token: () => Promise.resolve("id-token"), renew: () => Promise.resolve(null) });
  const own = (): JsonBodyType => ({ ...cartNow(), ...OWN, notMerged: [] });
  server.use(
    http.get("*/api/cart", () => success(own())),
    http.post("*/api/cart/:id/merge", ({ request }) => {
      const token = request.headers.get("X-Cart-Token");
      merges.push(token);
      return token === CART_TOKEN ? success(own()) : refusal(404, "CART_NOT_FOUND");
    }),
  );
});
afterEach(() => identifyBy(null));

test("who signs in takes the guest's cart along, once", async () => {
  await keepCart(GUEST);
  await takeCartAlong(queryClient);
  await takeCartAlong(queryClient);
  expect(merges).toEqual([CART_TOKEN]);
  expect(await readKeptCart()).toMatchObject({ ...OWN, own: true });
  expect(queryClient.getQueryData(["cart"])).toMatchObject({ itemCount: 1 });
});

test("without a guest's cart, or with one that is gone, it is the customer's own", async () => {
  await takeCartAlong(queryClient);
  expect(merges).toEqual([]);
  expect(await readKeptCart()).toMatchObject(OWN);

  await keepCart({ ...GUEST, cartToken: "forged" });
  await takeCartAlong(queryClient);
  expect(merges).toEqual(["forged"]);
  expect(await readKeptCart()).toMatchObject(OWN);
});

test("who signs out leaves no cart behind, and a guest keeps theirs", async () => {
  await keepCart(GUEST);
  await leaveCart(queryClient);
  expect(await readKeptCart()).toMatchObject({ cartId: CART_ID });

  await takeCartAlong(queryClient);
  await leaveCart(queryClient);
  expect(await readKeptCart()).toBeNull();
});
