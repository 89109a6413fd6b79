import { useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormBody } from "@/components/ui/form-body";
import { TextField } from "@/components/ui/text-field";
import { wholeIn } from "@/features/admin/amount";
import { changeStock, forgetCatalogue, stockQuery, type StockRequest } from "@/features/admin/api/staff-products";
import { Choice } from "@/features/admin/components/choice";
import { ListFailed, ListSkeleton } from "@/features/admin/components/list-states";
import { explainStaff } from "@/features/admin/explain";
import { useKeyFor } from "@/features/admin/use-key-for";
import { ApiError } from "@/lib/api-client";
import type { Stock, StockAdjustment } from "@/lib/api-types";
import { formatMoment } from "@/lib/format-time";
import { showToast } from "@/lib/toasts";
import { useSubmission } from "@/lib/use-submission";

const MOST = 1_000_000;

export function StockPanel({ productId }: { productId: string }) {
  const { data: stock, error, isFetching, refetch } = useQuery(stockQuery(productId));
  if (!stock) {
    return error ? <ListFailed error={error} busy={isFetching} onRetry={() => void refetch()} /> : <ListSkeleton />;
  }
  return (
    <div className="space-y-6">
      <Figures stock={stock} />
      <StockForm productId={productId} stock={stock} />
      <Adjustments adjustments={stock.adjustments} />
    </div>
  );
}

function Figures({ stock }: { stock: Stock }) {
  const figures = [
    ["Available", stock.available],
    ["Reserved", stock.reserved],
    ["Sold", stock.sold],
  ] as const;
  return (
    <dl className="grid grid-cols-3 gap-3">
      {figures.map(([name, units]) => (
        <div key={name} className="rounded-2xl bg-slate-100 p-3 text-center">
          <dt className="text-sm text-slate-700">{name}</dt>
          <dd className="text-2xl font-bold tabular-nums">{units}</dd>
        </div>
      ))}
    </dl>
  );
}

function StockForm({ productId, stock }: { productId: string; stock: Stock }) {
  const queryClient = useQueryClient();
  const keyFor = useKeyFor();
  const [way, setWay] = useState<"adjust" | "set">("adjust");
  const [unitsText, setUnits] = useState("");
  const [reason, setReason] = useState("");
  const units = wholeIn(unitsText);

  const submission = useSubmission({
    check: () => [
      ...(isAllowed()
        ? []
        : [
            {
              field: "stock-units",
              message:
                way === "set" ? "Enter how many units there are" : "Enter how many units come or go, such as 20 or -5",
            },
          ]),
      ...(reason.trim() === "" ? [{ field: "stock-reason", message: "Enter why" }] : []),
    ],
    send: async () => {
      if (units === null) return;
      const why = reason.trim();
      const asked: StockRequest =
        way === "set" ? { available: units, expected: stock.available, reason: why } : { adjust: units, reason: why };
      try {
        await changeStock(productId, asked, keyFor(asked));
      } catch (error) {
        // The figures above are old then.
        if (error instanceof ApiError && error.status === 409)
          await queryClient.invalidateQueries(stockQuery(productId));
        throw error;
      }
      setUnits("");
      setReason("");
      keyFor(null);
      showToast({ tone: "good", text: "The stock is changed." });
      forgetCatalogue(queryClient);
      await queryClient.invalidateQueries(stockQuery(productId));
    },
    explain: (error) => explainStaff(error),
  });

  function isAllowed(): boolean {
    if (units === null || Math.abs(units) > MOST) return false;
    return way === "set" ? units >= 0 : units !== 0;
  }

  return (
    <FormBody submission={submission} action="Change the stock" busyAction="Changing…">
      <Choice
        legend="What to do"
        name="way"
        chosen={way}
        onChoose={setWay}
        options={[
          { value: "adjust", label: "Add or take away" },
          {
            value: "set",
            label: "Set after counting",
            hint: `Only while ${stock.available} are available, as shown above.`,
          },
        ]}
      />
      <TextField
        label={way === "set" ? "Units available" : "Units (take away with a minus)"}
        id="stock-units"
        inputMode={way === "set" ? "numeric" : "text"}
        autoComplete="off"
        value={unitsText}
        readOnly={submission.busy}
        error={submission.problemOf("stock-units")}
        onChange={(event) => setUnits(event.target.value)}
      />
      <TextField
        label="Reason"
        id="stock-reason"
        maxLength={200}
        autoComplete="off"
        value={reason}
        readOnly={submission.busy}
        error={submission.problemOf("stock-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormBody>
  );
}

function Adjustments({ adjustments }: { adjustments: StockAdjustment[] }) {
  if (adjustments.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-semibold">Changes by hand</h3>
      <ol className="mt-2 divide-y divide-slate-200 text-sm">
        {adjustments.map((each) => (
          <li key={`${each.at} ${each.by} ${each.adjust}`} className="flex justify-between gap-4 py-2">
            <span className="min-w-0 break-words">
              {each.reason}
              <time dateTime={each.at} className="block text-slate-600">
                {formatMoment(each.at)}
              </time>
            </span>
            <span className="shrink-0 font-semibold tabular-nums">
              {each.adjust > 0 ? `+${each.adjust}` : each.adjust}
              {each.available !== null && <span className="font-normal text-slate-600"> to {each.available}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
