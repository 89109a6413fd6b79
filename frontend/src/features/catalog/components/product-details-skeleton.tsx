import { Skeleton } from "@/components/ui/skeleton";
import { BackLink } from "@/features/catalog/components/back-link";

export function ProductDetailsSkeleton() {
  return (
    <div aria-busy>
      <BackLink />
      <div className="mt-4 grid items-start gap-6 md:grid-cols-2 lg:grid-cols-[1.2fr_1fr] lg:gap-12">
        <Skeleton className="aspect-4/3 rounded-3xl" />
        <div className="lg:py-6">
          <Skeleton className="h-5 w-28" />
          <Skeleton className="mt-1 mb-4 h-9 w-4/5 sm:h-10" />
          <Skeleton className="h-10 w-44" />
          <Skeleton className="mt-1 h-5 w-32" />
          <Skeleton className="mt-4 h-5 w-24" />
          <Skeleton className="mt-6 h-28" />
          <Skeleton className="mt-8 h-12 rounded-xl sm:max-w-sm" />
        </div>
      </div>
    </div>
  );
}
