import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormBody } from "@/components/ui/form-body";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { amountIn } from "@/features/admin/amount";
import { moveOrder, type OrderAction } from "@/features/admin/api/move-order";
import { Choice } from "@/features/admin/components/choice";
import { explainStaff } from "@/features/admin/explain";
import { ACTION_LABELS } from "@/features/admin/order-actions";
import { useKeyFor } from "@/features/admin/use-key-for";
import { ApiError } from "@/lib/api-client";
import type { StaffOrder } from "@/lib/api-types";
import { formatMoney } from "@/lib/money";
import { useSubmission } from "@/lib/use-submission";

const MOST_IN_NOTE = 500;

interface OrderActionDialogProps {
  order: StaffOrder;
  action: OrderAction;
  onClose: () => void;
  onDone: (order: StaffOrder) => void;
  /** The order does not stand as it is shown. */
  onStale: () => void;
}

export function OrderActionDialog({ order, action, onClose, onDone, onStale }: OrderActionDialogProps) {
  const words = ACTION_LABELS[action];
  const keyFor = useKeyFor();
  const [note, setNote] = useState("");
  const [part, setPart] = useState<"all" | "part">("all");
  const [amountText, setAmount] = useState("");
  const [units, setUnits] = useState<"restock" | "write-off">("restock");
  const amount = amountIn(amountText);
  const partly = action === "refund" && part === "part";
  const left = formatMoney(order.refundable, order.currency);

  const submission = useSubmission({
    check: () =>
      partly && (amount === null || amount === 0 || amount > order.refundable)
        ? [{ field: "amount", message: `Enter an amount up to ${left}` }]
        : [],
    send: async () => {
      const asked = { orderId: order.orderId, note, amount: partly ? amount : null, units };
      try {
        onDone(await moveOrder(action, { ...asked, idempotencyKey: keyFor(asked) }));
      } catch (error) {
        if (error instanceof ApiError && error.status === 409) onStale();
        throw error;
      }
    },
    explain: (error) => explainStaff(error, ["amount", "note"]),
  });
  const close = submission.busy ? undefined : onClose;

  return (
    <Dialog labelledBy="order-action" onDismiss={close}>
      <div className="space-y-5 p-5 sm:p-6">
        <div>
          <h2 id="order-action" className="text-xl font-bold tracking-tight">
            {words.title}
          </h2>
          <p className="mt-1 text-sm break-all text-slate-600">
            {order.items.map((item) => `${item.name} × ${item.quantity}`).join(", ")} for{" "}
            {order.customerEmail ?? "a customer without an address"}
          </p>
        </div>
        <FormBody
          submission={submission}
          action={words.label}
          busyAction={words.busy}
          otherActions={
            <Button look="quiet" size="large" aria-disabled={submission.busy} onClick={close}>
              Back
            </Button>
          }
        >
          {action === "refund" && (
            <Choice
              legend="How much"
              name="part"
              chosen={part}
              onChoose={setPart}
              options={[
                { value: "all", label: `All that is left: ${left}` },
                { value: "part", label: "A part of it" },
              ]}
            />
          )}
          {partly && (
            <TextField
              label={`Amount in ${order.currency}`}
              id="amount"
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              value={amountText}
              readOnly={submission.busy}
              error={submission.problemOf("amount")}
              onChange={(event) => setAmount(event.target.value)}
            />
          )}
          {action === "receive-return" && (
            <Choice
              legend="What becomes of the units"
              name="units"
              chosen={units}
              onChoose={setUnits}
              options={[
                { value: "restock", label: "Back on sale", hint: "They are as good as new." },
                { value: "write-off", label: "Written off", hint: "They cannot be sold again." },
              ]}
            />
          )}
          <TextArea
            label="Note (for the record)"
            name="note"
            maxLength={MOST_IN_NOTE}
            value={note}
            readOnly={submission.busy}
            onChange={(event) => setNote(event.target.value)}
          />
        </FormBody>
      </div>
    </Dialog>
  );
}
