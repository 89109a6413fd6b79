import { useMutation, useMutationState, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeCart } from "@/features/cart/api/change-cart";
import { cartQuery } from "@/features/cart/api/get-cart";
import {
  type AddedProduct,
  type CartChange,
  EMPTY_CART,
  MAX_QUANTITY,
  type ShownCart,
  withChanges,
} from "@/features/cart/cart-changes";
import { ApiError, isTransient } from "@/lib/api-client";
import type { Product } from "@/lib/api-types";
import { retryDelay } from "@/lib/retry-delay";
import { showToast } from "@/lib/toasts";

const RETRIES = 4;
const REFRESH_MS = 15_000;
const CHANGE = ["cart", "change"];

/** The cart as the shopper means it: what the shop answered last, with the changes that are still under way. */
export function useCart({ refresh = false }: { refresh?: boolean } = {}) {
  const query = useQuery({ ...cartQuery, refetchInterval: refresh ? REFRESH_MS : false });
  const pending = usePendingChanges();
  return {
    cart: withChanges(query.data ?? EMPTY_CART, pending),
    known: query.data !== undefined || pending.length > 0,
    saving: pending.length > 0,
    failureReason: query.failureReason,
  };
}

/** How many units there are, for the shop's header. */
export function useCartCount(): number {
  return useCart().cart.itemCount;
}

export function useChangeCart() {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: CHANGE,
    mutationFn: changeCart,
    // One after the other: each answer is the whole cart, and the last one is to be the newest.
    scope: { id: "cart" },
    retry: (failures, error) => failures < RETRIES && isTransient(error),
    retryDelay: (failures, error) => retryDelay(failures + 1, error instanceof ApiError ? error.retryAfterMs : null),
    onMutate: () => queryClient.cancelQueries({ queryKey: cartQuery.queryKey }),
    onSuccess: (cart) => queryClient.setQueryData<ShownCart>(cartQuery.queryKey, cart),
    onError: (error, change) => {
      showToast({ tone: "alert", text: failureText(error, change) });
      void queryClient.invalidateQueries({ queryKey: cartQuery.queryKey });
    },
  });

  const setQuantity = (itemId: string, quantity: number) => mutate({ itemId, quantity });
  const remove = (itemId: string) => mutate({ itemId, quantity: 0 });

  const unitsOf = (itemId: string): number => {
    const shown = withChanges(queryClient.getQueryData(cartQuery.queryKey) ?? EMPTY_CART, pendingOf(queryClient));
    return shown.items.find((item) => item.itemId === itemId)?.quantity ?? 0;
  };

  const put = (product: AddedProduct, units: number) =>
    mutate({
      itemId: product.id,
      quantity: unitsOf(product.id) + units,
      added: { units, product, idempotencyKey: crypto.randomUUID() },
    });

  /** False where there are as many in the cart as one order can have. */
  const add = (product: Product): boolean => {
    if (unitsOf(product.id) >= MAX_QUANTITY) {
      showToast({ tone: "alert", text: `${MAX_QUANTITY} of one product is the most for one order.` });
      return false;
    }
    put(product, 1);
    return true;
  };

  /** Puts in again what an order took out that came to nothing, each line as far as there is room for it. */
  const putBack = (ordered: (Pick<Product, "id" | "name" | "price"> & { quantity: number })[]) => {
    for (const { quantity, ...product } of ordered) {
      const units = Math.min(quantity, MAX_QUANTITY - unitsOf(product.id));
      if (units > 0) put(product, units);
    }
  };

  return { add, putBack, setQuantity, remove };
}

function usePendingChanges(): CartChange[] {
  return useMutationState({
    filters: { mutationKey: CHANGE, status: "pending" },
    select: (mutation) => mutation.state.variables as CartChange,
  });
}

function pendingOf(queryClient: ReturnType<typeof useQueryClient>): CartChange[] {
  return queryClient
    .getMutationCache()
    .findAll({ mutationKey: CHANGE, status: "pending" })
    .map((mutation) => mutation.state.variables as CartChange);
}

function failureText(error: Error, { added }: CartChange): string {
  const what = added ? `${added.product.name} was not put into your cart.` : "Your cart was not changed.";
  if (error instanceof ApiError && !isTransient(error)) return `${what} ${error.details[0]?.message ?? error.message}`;
  return `${what} The shop does not answer at the moment.`;
}
