import { useState } from "react";
import { FormBody } from "@/components/ui/form-body";
import { FormCard } from "@/components/ui/form-card";
import { CodeField } from "@/features/account/components/code-form";
import { PasswordField } from "@/features/account/components/password-field";
import { explainIdentity } from "@/features/account/explain";
import { answerChallenge, type Challenge } from "@/features/account/identity";
import { PASSWORD_HINT, passwordProblem } from "@/features/account/password";
import { useSubmission } from "@/lib/use-submission";

interface ChallengeFormProps {
  challenge: Challenge;
  remember: boolean;
  onAnswered: (next: Challenge | null) => void;
}

/** Staff whose account somebody made for them choose a password; who has an authenticator app tells its code. */
export function ChallengeForm({ challenge, remember, onAnswered }: ChallengeFormProps) {
  const [response, setResponse] = useState("");
  const choosing = challenge.name === "NEW_PASSWORD_REQUIRED";
  const submission = useSubmission({
    check: () => {
      if (choosing) {
        const message = passwordProblem(response);
        return message ? [{ field: "password", message }] : [];
      }
      return /^\s*\d{6}\s*$/.test(response) ? [] : [{ field: "code", message: "Enter the six digits of the code" }];
    },
    send: async () => onAnswered(await answerChallenge(challenge, choosing ? response : response.trim(), remember)),
    explain: explainIdentity,
  });
  return choosing ? (
    <FormCard title="Choose a password" intro={<p>The one you were given was for once only.</p>}>
      <FormBody submission={submission} action="Save and sign in" busyAction="Signing in…">
        <PasswordField
          label="New password"
          autoComplete="new-password"
          hint={PASSWORD_HINT}
          value={response}
          readOnly={submission.busy}
          error={submission.problemOf("password")}
          onChange={setResponse}
        />
      </FormBody>
    </FormCard>
  ) : (
    <FormCard title="Enter your code" intro={<p>Your authenticator app shows it under this shop’s name.</p>}>
      <FormBody submission={submission} action="Sign in" busyAction="Signing in…">
        <CodeField
          code={response}
          submitting={submission.busy}
          error={submission.problemOf("code")}
          onChange={setResponse}
        />
      </FormBody>
    </FormCard>
  );
}
