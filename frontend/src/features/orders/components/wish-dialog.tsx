import { type SubmitEvent, useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { CloseButton } from "@/components/ui/close-button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { changeOrder, type OrderWish } from "@/features/orders/api/change-order";
import { ApiError, isTransient } from "@/lib/api-client";
import type { Order } from "@/lib/api-types";

const TITLE_ID = "wish-dialog-title";
const LONGEST_NOTE = 500;

const WORDS = {
  cancel: {
    title: "Cancel this order?",
    text: "The units go back on sale. What was paid comes back to you; an amount that is only held is let go.",
    press: "Cancel the order",
    back: "Keep it",
  },
  return: {
    title: "Send this order back?",
    text: "We look at your return when the parcel is here, and give the money back then.",
    press: "Ask for a return",
    back: "Keep it",
  },
};

interface WishDialogProps {
  orderId: string;
  receiptToken: string;
  wish: OrderWish;
  onClose: () => void;
}

export function WishDialog({ orderId, receiptToken, wish, onClose }: WishDialogProps) {
  const words = WORDS[wish];
  const queryClient = useQueryClient();
  const [note, setNote] = useState("");
  const change = useMutation({
    mutationFn: () => changeOrder({ orderId, receiptToken, wish, note }),
    onSuccess: (order) => {
      queryClient.setQueryData<Order>(["orders", orderId], order);
      onClose();
    },
    // It may have been done, or the order may have moved on: look.
    onError: () => queryClient.invalidateQueries({ queryKey: ["orders", orderId] }),
  });
  const busy = change.isPending;
  const dismiss = busy ? undefined : onClose;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!busy) change.mutate();
  }

  return (
    <Dialog labelledBy={TITLE_ID} onDismiss={dismiss}>
      <form onSubmit={submit} className="space-y-5 p-5 sm:p-6">
        <header className="flex items-start justify-between gap-4">
          <h2 id={TITLE_ID} className="text-xl font-bold tracking-tight">
            {words.title}
          </h2>
          <CloseButton onClose={dismiss} />
        </header>
        <p className="text-pretty text-slate-700">{words.text}</p>
        <TextArea
          label="Why? (if you like to say)"
          name="note"
          maxLength={LONGEST_NOTE}
          value={note}
          readOnly={busy}
          onChange={(event) => setNote(event.target.value)}
        />
        <div role="alert" className="empty:hidden">
          {change.error && (
            <Notice tone="alert" title="That did not work">
              {failureText(change.error)}
            </Notice>
          )}
        </div>
        <div className="flex flex-col gap-3 sm:flex-row-reverse">
          <Button type="submit" size="large" busy={busy} aria-disabled={busy} className="grow">
            {words.press}
          </Button>
          <Button look="quiet" size="large" disabled={busy} onClick={onClose} className="grow">
            {words.back}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function failureText(error: Error): string {
  if (error instanceof ApiError && error.code === "ORDER_STATE_CONFLICT") {
    return "The order has moved on meanwhile. Close this to see how it stands.";
  }
  return isTransient(error) ? "The shop does not answer at the moment. Please try again." : error.message;
}
