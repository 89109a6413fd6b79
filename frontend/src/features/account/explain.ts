import { NetworkError } from "@/lib/api-client";
import { IdentityRefusal } from "@/lib/identity-provider";
import type { Problem } from "@/lib/use-submission";

/** What a refusal of the user pool means for the person at the form. */
export function explainIdentity(error: unknown): Problem[] {
  if (error instanceof NetworkError) {
    return [{ field: null, message: "We could not reach the sign-in service. Check your connection and try again." }];
  }
  return [
    error instanceof IdentityRefusal
      ? problemIn(error)
      : { field: null, message: "That did not work. Please try again." },
  ];
}

function problemIn({ code, message }: IdentityRefusal): Problem {
  switch (code) {
    case "NotAuthorizedException":
    case "UserNotFoundException":
      return { field: "email", message: "E-mail or password is not right" };
    case "UsernameExistsException":
      return { field: "email", message: "There is an account with this address already; sign in instead" };
    case "InvalidPasswordException":
      return { field: "password", message: message || "The password does not meet the rules" };
    case "CodeMismatchException":
      return { field: "code", message: "This code is not right; check the newest mail" };
    case "ExpiredCodeException":
      return { field: "code", message: "This code has run out; have a new one sent" };
    case "LimitExceededException":
    case "TooManyRequestsException":
    case "TooManyFailedAttemptsException":
      return { field: null, message: "Too many tries. Wait some minutes, then try again." };
    case "PasswordResetRequiredException":
      return { field: null, message: "This account needs a new password: use “Forgot your password?”." };
    case "NotConfigured":
      return { field: null, message };
    default:
      return { field: null, message: message || "That did not work. Please try again." };
  }
}
