import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CloudOff, SearchX } from "lucide-react";
import { Link, useParams } from "react-router";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { MessagePage } from "@/components/ui/message-page";
import { PageTitle } from "@/components/ui/page-title";
import { productQuery } from "@/features/catalog/api/get-product";
import { productsQuery } from "@/features/catalog/api/get-products";
import { ProductDetails, ProductDetailsSkeleton } from "@/features/catalog/components/product-details";
import { ApiError } from "@/lib/api-client";
import type { Product } from "@/lib/api-types";

export function ProductRoute({ onBuy }: { onBuy: (product: Product) => void }) {
  const { productId = "" } = useParams();
  const queryClient = useQueryClient();
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...productQuery(productId),
    // Coming from the grid there is nothing to wait for.
    placeholderData: () =>
      queryClient.getQueryData(productsQuery.queryKey)?.find((product) => product.id === productId),
  });

  if (data) {
    return (
      <>
        <PageTitle>{data.name}</PageTitle>
        <ProductDetails product={data} onBuy={onBuy} />
      </>
    );
  }
  if (isPending) return <ProductDetailsSkeleton />;
  return error instanceof ApiError && error.status === 404 ? (
    <MessagePage
      icon={SearchX}
      title="We do not sell this"
      actions={
        <Link to="/" className={buttonClass({ size: "large" })}>
          See all products
        </Link>
      }
    >
      <PageTitle>Not found</PageTitle>
      <p>The address may be mistyped, or the product has left the shop.</p>
    </MessagePage>
  ) : (
    <MessagePage
      icon={CloudOff}
      title="The shop does not answer"
      actions={
        <Button size="large" busy={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      }
    >
      <p>We tried a few times. Check your connection, or wait a moment.</p>
    </MessagePage>
  );
}
