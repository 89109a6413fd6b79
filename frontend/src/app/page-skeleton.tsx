import { Skeleton } from "@/components/ui/skeleton";

/** Stands in for a page while its code loads. */
export function PageSkeleton() {
  return (
    <div aria-busy>
      <Skeleton className="h-9 w-48" />
      <Skeleton className="mt-6 h-80 rounded-3xl" />
    </div>
  );
}
