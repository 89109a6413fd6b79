import { ChevronLeft } from "lucide-react";
import { Link } from "react-router";
import { categoryLabel } from "@/lib/category-label";

export function BackLink({ category }: { category?: string }) {
  return (
    <Link
      to={category ? `/?category=${category}` : "/"}
      className="-ml-1 inline-flex min-h-8 items-center gap-1 rounded-lg pr-2 text-sm font-medium text-slate-600 hover:text-slate-900"
    >
      <ChevronLeft aria-hidden className="size-4" />
      {category ? categoryLabel(category) : "Shop"}
    </Link>
  );
}
