import { useState } from "react";
import { FormBody } from "@/components/ui/form-body";
import { FormCard } from "@/components/ui/form-card";
import { EmailField } from "@/components/ui/email-field";
import { TextField } from "@/components/ui/text-field";
import { redeemAccessCode, requestAccessCode } from "@/features/lookup/api/order-access";
import { explainLookup } from "@/features/lookup/explain";
import type { PlacedOrder } from "@/lib/api-types";
import { asSent, emailProblem } from "@/lib/email-problem";
import { useSubmission } from "@/lib/use-submission";

const ORDER_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CODE = /^\d{8}$/;

interface FindOrderFormProps {
  onFound: (order: PlacedOrder) => void;
}

/** Opens a guest's order elsewhere than where it was placed, for who can read its mail. */
export function FindOrderForm({ onFound }: FindOrderFormProps) {
  const [orderId, setOrderId] = useState("");
  const [email, setEmail] = useState("");
  const [mailed, setMailed] = useState(false);
  const submission = useSubmission({
    check: () => {
      const wrongEmail = emailProblem(email);
      return [
        ...(ORDER_ID.test(orderId.trim())
          ? []
          : [{ field: "orderId", message: "Enter the order number as the mail has it: 36 characters with dashes" }]),
        ...(wrongEmail ? [{ field: "email", message: wrongEmail }] : []),
      ];
    },
    send: async () => {
      await requestAccessCode(orderId.trim().toLowerCase(), asSent(email));
      setMailed(true);
    },
    explain: explainLookup,
  });

  if (mailed) {
    return (
      <CodeStep
        orderId={orderId.trim().toLowerCase()}
        email={asSent(email)}
        onFound={onFound}
        onBack={() => setMailed(false)}
      />
    );
  }
  return (
    <FormCard
      title="Find your order"
      intro={<p>For orders without an account. We mail a code to the address you ordered with.</p>}
    >
      <FormBody submission={submission} action="Mail me a code" busyAction="Sending…">
        <TextField
          label="Order number"
          id="orderId"
          name="orderId"
          autoComplete="off"
          spellCheck={false}
          placeholder="7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e"
          value={orderId}
          readOnly={submission.busy}
          hint="It is in your confirmation mail."
          error={submission.problemOf("orderId")}
          onChange={(event) => setOrderId(event.target.value)}
        />
        <EmailField
          id="email"
          value={email}
          readOnly={submission.busy}
          error={submission.problemOf("email")}
          onChange={(event) => setEmail(event.target.value)}
        />
      </FormBody>
    </FormCard>
  );
}

interface CodeStepProps extends FindOrderFormProps {
  orderId: string;
  email: string;
  onBack: () => void;
}

function CodeStep({ orderId, email, onFound, onBack }: CodeStepProps) {
  const [typed, setTyped] = useState("");
  // The mail shows it in two halves.
  const code = typed.replace(/\s/g, "");
  const submission = useSubmission({
    check: () => (CODE.test(code) ? [] : [{ field: "code", message: "Enter the eight digits of the code" }]),
    send: async () => onFound(await redeemAccessCode(orderId, email, code)),
    explain: explainLookup,
  });
  return (
    <FormCard
      title="Check your mail"
      intro={<p>If this order was placed with {email}, a code is on its way. It is good for ten minutes.</p>}
    >
      <FormBody submission={submission} action="Open the order" busyAction="Opening…">
        <TextField
          label="Code"
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={typed}
          readOnly={submission.busy}
          error={submission.problemOf("code")}
          onChange={(event) => setTyped(event.target.value)}
        />
      </FormBody>
      <button
        type="button"
        className="mt-4 min-h-6 text-sm font-medium text-blue-700 underline underline-offset-4"
        onClick={onBack}
      >
        No mail? Check number and address, and ask again
      </button>
    </FormCard>
  );
}
