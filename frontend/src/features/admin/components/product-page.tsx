import { type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import {
  createProduct,
  deleteProduct,
  forgetCatalogue,
  readProduct,
  staffProductQuery,
  updateProduct,
} from "@/features/admin/api/staff-products";
import { DeleteDialog } from "@/features/admin/components/delete-dialog";
import { ListFailed, ListSkeleton } from "@/features/admin/components/list-states";
import { ProductForm } from "@/features/admin/components/product-form";
import { StockPanel } from "@/features/admin/components/stock-panel";
import { draftOf, EMPTY, type ProductDraft } from "@/features/admin/product-draft";
import { ApiError } from "@/lib/api-client";
import type { DescribedProduct, ProductDescription } from "@/lib/api-types";
import { showToast } from "@/lib/toasts";

const CARD = "rounded-3xl border border-slate-200 bg-white p-5 shadow-xs sm:p-6";

export function NewProductPage() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  async function save(id: string, description: ProductDescription) {
    const { stock, ...product } = await createProduct(id, description);
    queryClient.setQueryData(staffProductQuery(id).queryKey, product);
    forgetCatalogue(queryClient);
    showToast({ tone: "good", text: `${product.name} is in the shop. ${unitsAtFirst(stock)}${untilSale(product)}` });
    void navigate(`/admin/products/${id}`, { replace: true });
  }
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink />
      <h1 tabIndex={-1} className="mt-3 mb-5 text-3xl font-bold tracking-tight">
        New product
      </h1>
      <div className={CARD}>
        <ProductForm initial={EMPTY} isNew save={save} />
      </div>
    </div>
  );
}

/** A product that was deleted left its units to the next one of its id. */
function unitsAtFirst(stock: number): string {
  return stock === 0 ? "It has no units yet." : `It has ${stock} left from before: check its stock.`;
}

/** What a planned sale does from now on. */
function untilSale({ sale }: DescribedProduct): string {
  return sale?.phase === "UPCOMING" ? " Nobody can order it before its sale starts." : "";
}

export function ProductPage({ productId, notFound }: { productId: string; notFound: ReactNode }) {
  const { data: product, error, isFetching, refetch } = useQuery(staffProductQuery(productId));
  if (error instanceof ApiError && error.status === 404) return notFound;
  if (!product) {
    return error ? <ListFailed error={error} busy={isFetching} onRetry={() => void refetch()} /> : <ListSkeleton />;
  }
  return <ProductEditor product={product} />;
}

/** What somebody entered that did not get in, because the product had changed meanwhile. */
interface Overtaken {
  label: string;
  entered: string;
}

function ProductEditor({ product }: { product: DescribedProduct }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const [overtaken, setOvertaken] = useState<Overtaken[] | null>(null);
  const { queryKey } = staffProductQuery(product.id);

  async function save(id: string, description: ProductDescription, draft: ProductDraft) {
    try {
      const saved = await updateProduct(id, product.version, description);
      queryClient.setQueryData(queryKey, saved);
      setOvertaken(null);
      forgetCatalogue(queryClient);
      showToast({ tone: "good", text: `The product is saved.${untilSale(saved)}` });
    } catch (error) {
      if (!isStale(error)) throw error;
      const newest = await loadNewest();
      setOvertaken(differences(draft, draftOf(newest)));
    }
  }

  async function remove() {
    try {
      await deleteProduct(product.id, product.version);
    } catch (error) {
      if (!isStale(error)) throw error;
      await loadNewest();
      setDeleting(false);
      setOvertaken([]);
      return;
    }
    forgetCatalogue(queryClient);
    showToast({ tone: "good", text: `${product.name} is off sale.` });
    void navigate("/admin/products");
  }

  async function loadNewest(): Promise<DescribedProduct> {
    const newest = await readProduct(product.id);
    queryClient.setQueryData(queryKey, newest);
    return newest;
  }

  return (
    <>
      <BackLink />
      <div className="mt-3 mb-5 flex flex-wrap items-center justify-between gap-4">
        <h1 tabIndex={-1} className="min-w-0 text-3xl font-bold tracking-tight text-balance">
          {product.name}
        </h1>
        <Button look="quiet" onClick={() => setDeleting(true)}>
          <Trash2 aria-hidden className="size-4" />
          Delete
        </Button>
      </div>
      <div role="alert" className="mb-5 empty:hidden">
        {overtaken && <OvertakenNotice entries={overtaken} />}
      </div>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.5fr_1fr]">
        <section aria-labelledby="describe" className={CARD}>
          <h2 id="describe" className="mb-5 text-xl font-bold tracking-tight">
            Description
          </h2>
          {product.sale?.phase === "RUNNING" && (
            <div className="mb-5">
              <Notice tone="note" title="A sale is running">
                The shop shows the sale’s price and limit. Price, price before and limit below count when it is over.
              </Notice>
            </div>
          )}
          {product.sale?.phase === "UPCOMING" && (
            <div className="mb-5">
              <Notice tone="note" title="A sale is planned">
                Until it starts the shop shows the product with a clock, and nobody can order it, not even at its usual
                price. To go on selling it, take the sale off and plan it shortly before.
              </Notice>
            </div>
          )}
          <ProductForm initial={draftOf(product)} isNew={false} save={save} />
        </section>
        <section aria-labelledby="stock" className={CARD}>
          <h2 id="stock" className="mb-5 text-xl font-bold tracking-tight">
            Stock
          </h2>
          <StockPanel productId={product.id} />
        </section>
      </div>
      {deleting && <DeleteDialog name={product.name} remove={remove} onClose={() => setDeleting(false)} />}
    </>
  );
}

function OvertakenNotice({ entries }: { entries: Overtaken[] }) {
  return (
    <Notice tone="alert" title="Somebody changed this product while you had it open">
      <p>Nothing of yours was saved. The newest is loaded below; look at it, then decide again.</p>
      {entries.length > 0 && (
        <>
          <p className="mt-2">You had entered:</p>
          <ul className="list-disc pl-5">
            {entries.map(({ label, entered }) => (
              <li key={label} className="break-words">
                {label}: {entered === "" ? "(nothing)" : entered}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function BackLink() {
  return (
    <Link
      to="/admin/products"
      className="-ml-1 inline-flex min-h-6 items-center gap-1 text-sm font-medium text-slate-700 hover:text-slate-900"
    >
      <ChevronLeft aria-hidden className="size-4" />
      All products
    </Link>
  );
}

function isStale(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 412;
}

function differences(entered: ProductDraft, newest: ProductDraft): Overtaken[] {
  const labels: Record<Exclude<keyof ProductDraft, "id" | "saleAsRead">, string> = {
    name: "Name",
    description: "Description",
    category: "Category",
    image: "Picture",
    price: "Price",
    originalPrice: "Price before",
    limitPerCustomer: "Limit for each customer",
    onSale: "With a sale",
    saleId: "Id of the sale",
    saleStartsAt: "Start of the sale",
    saleEndsAt: "End of the sale",
    salePrice: "Price in the sale",
    saleUnits: "Units in the sale",
    saleLimit: "Limit for each customer in the sale",
  };
  return Object.entries(labels).flatMap(([name, label]) => {
    const mine = entered[name as keyof typeof labels];
    return mine === newest[name as keyof typeof labels]
      ? []
      : [{ label, entered: typeof mine === "boolean" ? (mine ? "yes" : "no") : mine }];
  });
}
