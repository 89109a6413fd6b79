import { useState } from "react";
import { FormBody } from "@/components/ui/form-body";
import { FormCard } from "@/components/ui/form-card";
import { EmailField } from "@/components/ui/email-field";
import { CodeForm } from "@/features/account/components/code-form";
import { PasswordField } from "@/features/account/components/password-field";
import { AccountLink } from "@/features/account/components/sign-in-form";
import { explainIdentity } from "@/features/account/explain";
import { signIn, signUp } from "@/features/account/identity";
import { PASSWORD_HINT, passwordProblem } from "@/features/account/password";
import { asSent, emailProblem } from "@/lib/email-problem";
import { useSubmission } from "@/lib/use-submission";

interface JoinFormProps {
  onSignedIn: () => void;
  linkState: unknown;
}

/** From an address and a password over the mailed code to a signed-in customer. The password is kept in memory only. */
export function JoinForm({ onSignedIn, linkState }: JoinFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [mailed, setMailed] = useState(false);
  const submission = useSubmission({
    check: () => {
      const wrongEmail = emailProblem(email);
      const wrongPassword = passwordProblem(password);
      return [
        ...(wrongEmail ? [{ field: "email", message: wrongEmail }] : []),
        ...(wrongPassword ? [{ field: "password", message: wrongPassword }] : []),
      ];
    },
    send: async () => {
      await signUp(asSent(email), password);
      setMailed(true);
    },
    explain: explainIdentity,
  });

  if (mailed) {
    return (
      <FormCard
        title="Check your mail"
        intro={<p>We mailed a code to {asSent(email)}. It proves that the address is yours.</p>}
      >
        <CodeForm
          email={asSent(email)}
          onConfirmed={async () => {
            await signIn(asSent(email), password, true);
            onSignedIn();
          }}
        />
      </FormCard>
    );
  }
  return (
    <FormCard
      title="Create an account"
      intro={<p>For your orders and your cart on every device. Ordering works without one, too.</p>}
      others={
        <p>
          Have an account?{" "}
          <AccountLink to="/account/sign-in" state={linkState}>
            Sign in
          </AccountLink>
        </p>
      }
    >
      <FormBody submission={submission} action="Create account" busyAction="Creating…">
        <EmailField
          id="email"
          autoComplete="username"
          value={email}
          readOnly={submission.busy}
          error={submission.problemOf("email")}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label="Password"
          autoComplete="new-password"
          hint={PASSWORD_HINT}
          value={password}
          readOnly={submission.busy}
          error={submission.problemOf("password")}
          onChange={setPassword}
        />
      </FormBody>
    </FormCard>
  );
}
