import { Skeleton } from "@/components/ui/skeleton";

/** Stands in for the order page while its code loads. */
export function OrderSkeleton() {
  return (
    <div aria-busy className="mx-auto max-w-3xl">
      <Skeleton className="h-5 w-80 max-w-full" />
      <Skeleton className="mt-3 h-40 rounded-3xl" />
      <Skeleton className="mt-4 h-36 rounded-3xl" />
      <div className="mt-6 grid gap-6 md:grid-cols-2">
        <Skeleton className="h-56 rounded-3xl" />
        <Skeleton className="h-56 rounded-3xl" />
      </div>
    </div>
  );
}
