import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { Link, useParams } from "react-router";
import type { Shopping } from "@/app/shopping";
import { buttonClass } from "@/components/ui/button-class";
import { MessagePage } from "@/components/ui/message-page";
import { PageTitle } from "@/components/ui/page-title";
import { productQuery } from "@/features/catalog/api/get-product";
import { productsOf } from "@/features/catalog/api/get-products";
import { ProductDetails } from "@/features/catalog/components/product-details";
import { ProductDetailsSkeleton } from "@/features/catalog/components/product-details-skeleton";
import { ShopUnreachable } from "@/features/catalog/components/shop-unreachable";
import { type Answer, ApiError } from "@/lib/api-client";
import type { Product } from "@/lib/api-types";
import { productMeta } from "@/lib/product-meta";

export function ProductRoute({ onBuy, onAdd }: Shopping) {
  const { productId = "" } = useParams();
  const queryClient = useQueryClient();
  const query = productQuery(productId);
  const { data, error, isPending, failureCount, failureReason } = useQuery({
    ...query,
    // Coming from the grid there is nothing to wait for.
    placeholderData: () =>
      queryClient
        .getQueriesData<InfiniteData<Answer<Product[]>>>({ queryKey: ["products", "list"] })
        .flatMap(([, list]) => (list ? productsOf(list) : []))
        .find((product) => product.id === productId),
  });

  if (data) {
    return (
      <>
        <PageTitle description={data.description} image={data.image} about={productMeta(data)}>
          {data.name}
        </PageTitle>
        <ProductDetails key={productId} product={data} onBuy={onBuy} onAdd={onAdd} />
      </>
    );
  }
  if (error instanceof ApiError && error.status === 404) {
    return (
      <MessagePage
        icon={SearchX}
        title="We do not sell this"
        actions={
          <Link to="/" className={buttonClass({ size: "large" })}>
            See all products
          </Link>
        }
      >
        <PageTitle listed={false}>Not found</PageTitle>
        <p>The address may be mistyped, or the product has left the shop.</p>
      </MessagePage>
    );
  }
  if (failureCount === 0 && isPending) return <ProductDetailsSkeleton />;
  return <ShopUnreachable queryKey={query.queryKey} failureReason={failureReason} retrying={isPending} />;
}
