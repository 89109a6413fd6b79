import type { ReactNode } from "react";
import { PackageX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useFocusKept } from "@/lib/use-focus-kept";

interface SoldOutPanelProps {
  onClose: () => void;
  /** What can be done instead. */
  children: ReactNode;
}

export function SoldOutPanel({ onClose, children }: SoldOutPanelProps) {
  const title = useFocusKept<HTMLParagraphElement>("sold out");
  return (
    <div className="flex flex-col items-center gap-4 p-6 py-10 text-center sm:px-10">
      <span className="grid size-16 place-items-center rounded-full bg-slate-100 text-slate-700">
        <PackageX aria-hidden className="size-8" strokeWidth={1.75} />
      </span>
      <div role="alert">
        <p ref={title} tabIndex={-1} className="text-xl font-bold tracking-tight">
          Sold out
        </p>
        <p className="mt-2 text-pretty text-slate-600">
          The last units went while you were ordering. Nothing was ordered and you were not charged.
        </p>
      </div>
      {children}
      <Button size="large" look="quiet" className="mt-2" onClick={onClose}>
        Back to the shop
      </Button>
    </div>
  );
}
