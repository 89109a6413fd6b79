import { changeStock, createProduct, updateProduct } from "@/features/admin/api/staff-products";
import { api, identifyBy } from "@/lib/api-client";
import type { DescribedProduct, ProductDescription, Stock } from "@/lib/api-types";
import { type AuthenticationResult, askIdentityProvider } from "@/lib/identity-provider";
import { ADMIN } from "./shopping";
import { withoutPage } from "./without-page";

/** What the staff does before or while shoppers are at it, over the API and without a page. */

/** Puts a product with these units on sale. */
export async function putOnSale(id: string, description: ProductDescription, units: number): Promise<DescribedProduct> {
  return asStaff(async () => {
    const product = await createProduct(id, description);
    await changeStock(id, { available: units, expected: 0, reason: "First delivery" }, `${id}-first`);
    return product;
  });
}

export async function change(product: DescribedProduct, description: ProductDescription): Promise<DescribedProduct> {
  return asStaff(() => updateProduct(product.id, product.version, description));
}

export async function stockOf(id: string): Promise<Stock> {
  return asStaff(async () => (await api.get("/products/{id}/stock", { path: { id }, signedIn: true })).data);
}

async function asStaff<T>(act: () => Promise<T>): Promise<T> {
  return withoutPage(async () => {
    const { AuthenticationResult: result } = await askIdentityProvider<{ AuthenticationResult: AuthenticationResult }>(
      "InitiateAuth",
      { AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME: ADMIN.email, PASSWORD: ADMIN.password } },
    );
    const token = () => Promise.resolve(result.IdToken);
    identifyBy({ token, renew: token });
    try {
      return await act();
    } finally {
      identifyBy(null);
    }
  });
}
