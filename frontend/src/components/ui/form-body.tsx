import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Submitting } from "@/lib/use-submission";

interface FormBodyProps {
  submission: Submitting;
  children: ReactNode;
  action: string;
  busyAction: string;
}

export function FormBody({ submission, children, action, busyAction }: FormBodyProps) {
  const { form, busy, problems, submit } = submission;
  return (
    <form ref={form} noValidate onSubmit={submit} className="space-y-5">
      <ErrorSummary problems={problems} form={form} />
      {children}
      <Button type="submit" size="large" busy={busy} aria-disabled={busy} className="w-full">
        {busy ? busyAction : action}
      </Button>
    </form>
  );
}
