import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormBody } from "@/components/ui/form-body";
import { explainStaff } from "@/features/admin/explain";
import { useSubmission } from "@/lib/use-submission";

interface DeleteDialogProps {
  name: string;
  remove: () => Promise<void>;
  onClose: () => void;
}

export function DeleteDialog({ name, remove, onClose }: DeleteDialogProps) {
  const submission = useSubmission({ check: () => [], send: remove, explain: (error) => explainStaff(error) });
  const close = submission.busy ? undefined : onClose;
  return (
    <Dialog labelledBy="delete-product" onDismiss={close}>
      <div className="space-y-5 p-5 sm:p-6">
        <div>
          <h2 id="delete-product" className="text-xl font-bold tracking-tight">
            Take {name} off sale?
          </h2>
          <p className="mt-1 text-slate-600">
            It leaves the shop for good. Orders of it and its stock stay as they are.
          </p>
        </div>
        <FormBody
          submission={submission}
          action="Delete"
          busyAction="Deleting…"
          otherActions={
            <Button look="quiet" size="large" data-first-focus aria-disabled={submission.busy} onClick={close}>
              Keep it
            </Button>
          }
        >
          {null}
        </FormBody>
      </div>
    </Dialog>
  );
}
