import { api } from "@/lib/api-client";

/** Asks for one mail when units of a product come back. Asked again it is still one mail. */
export async function askForRestockNotice(productId: string, customerEmail: string): Promise<void> {
  await api.post("/products/{id}/restock-notice", { path: { id: productId }, body: { customerEmail } });
}
