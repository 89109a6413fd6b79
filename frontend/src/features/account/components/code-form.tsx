import { useState } from "react";
import { FormBody } from "@/components/ui/form-body";
import { TextField } from "@/components/ui/text-field";
import { explainIdentity } from "@/features/account/explain";
import { confirmSignUp, resendCode } from "@/features/account/identity";
import { useSubmission } from "@/lib/use-submission";

interface CodeFormProps {
  email: string;
  onConfirmed: () => Promise<void>;
}

/** Proves an address with the code that was mailed to it. */
export function CodeForm({ email, onConfirmed }: CodeFormProps) {
  const [code, setCode] = useState("");
  const submission = useSubmission({
    check: () => (/^\s*\d{6}\s*$/.test(code) ? [] : [{ field: "code", message: "Enter the six digits of the code" }]),
    send: async () => {
      await confirmSignUp(email, code.trim());
      await onConfirmed();
    },
    explain: explainIdentity,
  });
  return (
    <FormBody submission={submission} action="Confirm" busyAction="Confirming…">
      <CodeField code={code} submitting={submission.busy} error={submission.problemOf("code")} onChange={setCode} />
      <ResendButton send={() => resendCode(email)} />
    </FormBody>
  );
}

interface CodeFieldProps {
  label?: string;
  code: string;
  submitting: boolean;
  error: string | undefined;
  onChange: (code: string) => void;
}

export function CodeField({ label = "Code", code, submitting, error, onChange }: CodeFieldProps) {
  return (
    <TextField
      label={label}
      id="code"
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={10}
      value={code}
      readOnly={submitting}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Has another code sent and says so; the newest one counts. */
export function ResendButton({ send }: { send: () => Promise<void> }) {
  const [said, setSaid] = useState("");
  const again = () => {
    setSaid("");
    send().then(
      () => setSaid("A new code is on its way."),
      (error: unknown) => setSaid(explainIdentity(error)[0]?.message ?? ""),
    );
  };
  return (
    <div className="text-sm">
      <button type="button" className="min-h-6 font-medium text-blue-700 underline underline-offset-4" onClick={again}>
        Send another code
      </button>
      <p role="status" className="mt-1 text-slate-600">
        {said}
      </p>
    </div>
  );
}
