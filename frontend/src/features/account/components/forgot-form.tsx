import { useState } from "react";
import { FormBody } from "@/components/ui/form-body";
import { FormCard } from "@/components/ui/form-card";
import { EmailField } from "@/components/ui/email-field";
import { CodeField, ResendButton } from "@/features/account/components/code-form";
import { PasswordField } from "@/features/account/components/password-field";
import { AccountLink } from "@/features/account/components/sign-in-form";
import { explainIdentity } from "@/features/account/explain";
import { confirmForgotPassword, forgotPassword, signIn } from "@/features/account/identity";
import { PASSWORD_HINT, passwordProblem } from "@/features/account/password";
import { asSent, emailProblem } from "@/lib/email-problem";
import { useSubmission } from "@/lib/use-submission";

interface ForgotFormProps {
  onSignedIn: () => void;
  linkState: unknown;
}

/** A new password by a mailed code. Whether the address has an account is told nobody. */
export function ForgotForm({ onSignedIn, linkState }: ForgotFormProps) {
  const [email, setEmail] = useState("");
  const [mailed, setMailed] = useState(false);
  const submission = useSubmission({
    check: () => {
      const message = emailProblem(email);
      return message ? [{ field: "email", message }] : [];
    },
    send: async () => {
      await forgotPassword(asSent(email));
      setMailed(true);
    },
    explain: explainIdentity,
  });

  if (mailed) return <NewPasswordForm email={asSent(email)} onSignedIn={onSignedIn} />;
  return (
    <FormCard
      title="Forgot your password?"
      intro={<p>We mail you a code with which you choose a new one.</p>}
      others={
        <AccountLink to="/account/sign-in" state={linkState}>
          Back to signing in
        </AccountLink>
      }
    >
      <FormBody submission={submission} action="Mail me a code" busyAction="Sending…">
        <EmailField
          id="email"
          autoComplete="username"
          value={email}
          readOnly={submission.busy}
          error={submission.problemOf("email")}
          onChange={(event) => setEmail(event.target.value)}
        />
      </FormBody>
    </FormCard>
  );
}

function NewPasswordForm({ email, onSignedIn }: { email: string; onSignedIn: () => void }) {
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const submission = useSubmission({
    check: () => {
      const wrongPassword = passwordProblem(password);
      return [
        ...(/^\s*\d{6}\s*$/.test(code) ? [] : [{ field: "code", message: "Enter the six digits of the code" }]),
        ...(wrongPassword ? [{ field: "password", message: wrongPassword }] : []),
      ];
    },
    send: async () => {
      await confirmForgotPassword(email, code.trim(), password);
      await signIn(email, password, true);
      onSignedIn();
    },
    explain: explainIdentity,
  });
  return (
    <FormCard title="Choose a new password" intro={<p>If {email} has an account, a code is in its mailbox now.</p>}>
      <FormBody submission={submission} action="Save and sign in" busyAction="Saving…">
        <CodeField code={code} submitting={submission.busy} error={submission.problemOf("code")} onChange={setCode} />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          hint={PASSWORD_HINT}
          value={password}
          readOnly={submission.busy}
          error={submission.problemOf("password")}
          onChange={setPassword}
        />
        <ResendButton send={() => forgotPassword(email)} />
      </FormBody>
    </FormCard>
  );
}
