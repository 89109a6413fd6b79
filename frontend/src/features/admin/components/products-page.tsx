import type { SubmitEvent } from "react";
import { Link } from "react-router";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { TextField } from "@/components/ui/text-field";
import { staffProductsQuery } from "@/features/admin/api/staff-products";
import { ListFailed, ListSkeleton, NothingHere } from "@/features/admin/components/list-states";
import { useDraft } from "@/features/admin/use-draft";
import type { Product } from "@/lib/api-types";
import { categoryLabel } from "@/lib/category-label";
import { formatMoney } from "@/lib/money";

interface ProductsPageProps {
  q: string;
  onSearch: (q: string) => void;
}

export function ProductsPage({ q, onSearch }: ProductsPageProps) {
  const query = useInfiniteQuery(staffProductsQuery(q));
  const products = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 tabIndex={-1} className="text-3xl font-bold tracking-tight">
          Products
        </h1>
        <Link to="/admin/products/new" className={buttonClass()}>
          <Plus aria-hidden className="size-4" />
          New product
        </Link>
      </div>
      <SearchForm q={q} onSearch={onSearch} />
      {query.isPending && <ListSkeleton />}
      {query.isError && !query.data && (
        <ListFailed error={query.error} busy={query.isFetching} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <>
          <p role="status" className="mt-6 text-sm text-slate-600">
            {products.length === 1 ? "1 product" : `${products.length} products`}
            {query.hasNextPage && " so far"}
          </p>
          {products.length === 0 ? (
            <NothingHere>No product has these words.</NothingHere>
          ) : (
            <ProductList products={products} />
          )}
          {query.hasNextPage && (
            <Button
              look="quiet"
              className="mt-4 w-full"
              busy={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              Show more products
            </Button>
          )}
        </>
      )}
    </>
  );
}

function SearchForm({ q, onSearch }: ProductsPageProps) {
  const [words, setWords] = useDraft(q);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSearch(words.trim());
  };
  return (
    <form role="search" onSubmit={submit} className="mt-5 flex max-w-lg items-end gap-3">
      <TextField
        label="Search"
        type="search"
        className="grow"
        maxLength={100}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit" size="large">
        Search
      </Button>
    </form>
  );
}

function ProductList({ products }: { products: Product[] }) {
  return (
    <ul className="mt-3 space-y-2">
      {products.map((product) => (
        <li
          key={product.id}
          className="relative flex items-center gap-4 rounded-2xl border border-slate-200 bg-white p-3 shadow-xs transition hover:border-slate-300 hover:shadow-md sm:px-4"
        >
          <img
            src={product.image}
            alt=""
            width={64}
            height={48}
            className="aspect-4/3 w-16 shrink-0 rounded-lg bg-slate-100 object-cover"
          />
          <div className="min-w-0 grow">
            <Link
              to={`/admin/products/${product.id}`}
              className="font-semibold after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-blue-600"
            >
              {product.name}
            </Link>
            <p className="text-sm text-slate-600">
              {categoryLabel(product.category)}
              {product.sale && ` · ${product.sale.phase === "RUNNING" ? "In a sale" : "Sale to come"}`}
            </p>
          </div>
          <div className="shrink-0 text-right text-sm tabular-nums">
            <p className="font-semibold">{formatMoney(product.price, product.currency)}</p>
            <p className={product.stock === 0 ? "font-medium text-red-700" : "text-slate-600"}>
              {product.stock === 0 ? "Sold out" : `${product.stock} in stock`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
