import { useState } from "react";
import { Link } from "react-router";
import { FormBody } from "@/components/ui/form-body";
import { FormCard } from "@/components/ui/form-card";
import { Notice } from "@/components/ui/notice";
import { EmailField } from "@/components/ui/email-field";
import { ChallengeForm } from "@/features/account/components/challenge-form";
import { CodeForm } from "@/features/account/components/code-form";
import { PasswordField } from "@/features/account/components/password-field";
import { explainIdentity } from "@/features/account/explain";
import { type Challenge, signIn } from "@/features/account/identity";
import { asSent, emailProblem } from "@/lib/email-problem";
import { IdentityRefusal } from "@/lib/identity-provider";
import { sessionRanOut } from "@/lib/session";
import { useSubmission } from "@/lib/use-submission";

type Step = { at: "password" } | { at: "confirm" } | { at: "challenge"; challenge: Challenge };

interface SignInFormProps {
  onSignedIn: () => void;
  /** Kept for the ways to the other forms: where the customer wanted to go. */
  linkState: unknown;
}

export function SignInForm({ onSignedIn, linkState }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [remember, setRemember] = useState(true);
  const [step, setStep] = useState<Step>({ at: "password" });

  const goOn = (challenge: Challenge | null) => (challenge ? setStep({ at: "challenge", challenge }) : onSignedIn());
  const submission = useSubmission({
    check: () => {
      const wrongEmail = emailProblem(email);
      return [
        ...(wrongEmail ? [{ field: "email", message: wrongEmail }] : []),
        ...(password === "" ? [{ field: "password", message: "Enter your password" }] : []),
      ];
    },
    send: async () => {
      try {
        goOn(await signIn(asSent(email), password, remember));
      } catch (error) {
        if (!(error instanceof IdentityRefusal) || error.code !== "UserNotConfirmedException") throw error;
        setStep({ at: "confirm" });
      }
    },
    explain: explainIdentity,
  });

  if (step.at === "confirm") {
    return (
      <FormCard
        title="Confirm your address"
        intro={<p>We mailed a code to {asSent(email)} when you joined. Have it sent again if it is gone.</p>}
      >
        <CodeForm
          email={asSent(email)}
          onConfirmed={async () => goOn(await signIn(asSent(email), password, remember))}
        />
      </FormCard>
    );
  }
  if (step.at === "challenge") {
    return (
      <ChallengeForm key={step.challenge.session} challenge={step.challenge} remember={remember} onAnswered={goOn} />
    );
  }
  return (
    <FormCard
      title="Sign in"
      others={
        <>
          <AccountLink to="/account/password" state={linkState}>
            Forgot your password?
          </AccountLink>
          <p>
            New here?{" "}
            <AccountLink to="/account/join" state={linkState}>
              Create an account
            </AccountLink>
          </p>
          <p>
            Ordered without an account? <AccountLink to="/find-order">Find your order</AccountLink>
          </p>
        </>
      }
    >
      {sessionRanOut() && (
        <div className="mb-5">
          <Notice tone="note" title="You were signed out">
            Your session had run out. Sign in again to go on.
          </Notice>
        </div>
      )}
      <FormBody submission={submission} action="Sign in" busyAction="Signing in…">
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
          autoComplete="current-password"
          value={password}
          readOnly={submission.busy}
          error={submission.problemOf("password")}
          onChange={setPassword}
        />
        <label className="flex min-h-6 items-center gap-3 text-sm">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-blue-600"
            checked={remember}
            onChange={(event) => setRemember(event.target.checked)}
          />
          Keep me signed in on this device
        </label>
      </FormBody>
    </FormCard>
  );
}

interface AccountLinkProps {
  to: string;
  state?: unknown;
  children: string;
}

export function AccountLink({ to, state, children }: AccountLinkProps) {
  return (
    <Link
      to={to}
      state={state}
      className="inline-flex min-h-6 items-center font-medium text-blue-700 underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
