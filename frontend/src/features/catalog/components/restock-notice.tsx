import { type SubmitEvent, useId, useRef, useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { BellRing, CircleCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmailField } from "@/components/ui/email-field";
import { askForRestockNotice } from "@/features/catalog/api/ask-for-restock-notice";
import type { Product } from "@/lib/api-types";
import { asSent, emailProblem } from "@/lib/email-problem";
import { isTransient } from "@/lib/api-client";

/** One mail when units come back. The shop answers alike whoever asks, so nothing more can be told here. */
export function RestockNotice({ product }: { product: Product }) {
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState<string>();
  const ask = useMutation({
    mutationFn: (customerEmail: string) => askForRestockNotice(product.id, customerEmail),
    retry: (failures, error) => failures < 3 && isTransient(error),
  });

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const problem = emailProblem(email);
    setWrong(problem);
    if (problem) form.current?.querySelector("input")?.focus();
    else if (!ask.isPending) ask.mutate(asSent(email));
  }

  return (
    <section aria-labelledby={title} className="w-full rounded-2xl border border-slate-200 bg-white p-4 text-left">
      <h2 id={title} className="flex items-center gap-2 font-semibold">
        <BellRing aria-hidden className="size-5 text-blue-600" strokeWidth={1.75} />
        Tell me when it is back
      </h2>
      <div role="status">
        {ask.isSuccess && (
          <p className="mt-2 flex items-start gap-2 text-sm text-slate-700">
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-green-700" />
            We send one mail to {ask.variables} as soon as there are units again.
          </p>
        )}
      </div>
      {!ask.isSuccess && (
        <form ref={form} noValidate onSubmit={submit} className="mt-3 flex flex-col gap-3 sm:flex-row sm:items-start">
          <EmailField
            placeholder="you@example.com"
            className="grow"
            value={email}
            readOnly={ask.isPending}
            error={wrong ?? (ask.isError ? "That did not work. Please try again." : undefined)}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Button
            type="submit"
            look="quiet"
            busy={ask.isPending}
            aria-disabled={ask.isPending}
            className="min-h-12! sm:mt-6.5"
          >
            Notify me
          </Button>
        </form>
      )}
    </section>
  );
}
