import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { type ProductFilters, rangeProblem } from "@/features/catalog/product-filters";

interface PriceFilterProps {
  minPrice: string;
  maxPrice: string;
  onChange: (change: Partial<ProductFilters>) => void;
}

export function PriceFilter({ minPrice, maxPrice, onChange }: PriceFilterProps) {
  const id = useId();
  const [range, setRange] = useState({ minPrice, maxPrice });
  const [shownFor, setShownFor] = useState(range);
  const [problem, setProblem] = useState<string>();

  // Back and Forward, or "clear all", changed the address: the fields follow.
  if (shownFor.minPrice !== minPrice || shownFor.maxPrice !== maxPrice) {
    setShownFor({ minPrice, maxPrice });
    setRange({ minPrice, maxPrice });
    setProblem(undefined);
  }

  const field = (name: "minPrice" | "maxPrice", label: string) => (
    <input
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? id : undefined}
      inputMode="decimal"
      autoComplete="off"
      placeholder={name === "minPrice" ? "From" : "To"}
      value={range[name]}
      onChange={(event) => setRange({ ...range, [name]: event.target.value.trim() })}
      className={`${fieldClass} w-26! px-3!`}
    />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = rangeProblem(range.minPrice, range.maxPrice);
        setProblem(wrong);
        if (!wrong) onChange(range);
      }}
    >
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">Price in dollars</legend>
        <div className="flex items-center gap-2">
          {field("minPrice", "Lowest price")}
          {field("maxPrice", "Highest price")}
          <Button type="submit" look="quiet" className="min-h-12!">
            Apply
          </Button>
        </div>
      </fieldset>
      <p id={id} role="alert" className="mt-1.5 text-sm font-medium text-red-600 empty:hidden">
        {problem}
      </p>
    </form>
  );
}
