import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Submitting } from "@/lib/use-submission";

interface FormBodyProps {
  submission: Submitting;
  children: ReactNode;
  action: string;
  busyAction: string;
  /** A field's id is its name with this before it: two forms on one page share no id. */
  idPrefix?: string;
  /** Beside the button that sends. */
  otherActions?: ReactNode;
}

/** A form whose problems are told in a summary that gets the focus; each line leads to its field. */
export function FormBody({ submission, children, action, busyAction, idPrefix = "", otherActions }: FormBodyProps) {
  const { busy, problems, submit } = submission;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus();
  }, [problems]);

  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <div ref={summary} tabIndex={-1} className="empty:hidden">
        <ErrorSummary
          errors={problems.map(({ field, message }) => ({ fieldId: field && idPrefix + field, text: message }))}
        />
      </div>
      {children}
      <div className="flex flex-col-reverse gap-3 sm:flex-row">
        {otherActions}
        <Button type="submit" size="large" busy={busy} aria-disabled={busy} className="grow">
          {busy ? busyAction : action}
        </Button>
      </div>
    </form>
  );
}
