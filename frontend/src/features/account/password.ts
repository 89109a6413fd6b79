const MIN_LENGTH = 12;

export const PASSWORD_HINT = `At least ${MIN_LENGTH} characters, with a small and a capital letter, a digit and a symbol.`;

/** What the user pool will refuse about a password, told before it is sent. */
export function passwordProblem(password: string): string | undefined {
  if (password === "") return "Enter a password";
  const missing = [
    password.length >= MIN_LENGTH || `${MIN_LENGTH} characters`,
    /\p{Ll}/u.test(password) || "a small letter",
    /\p{Lu}/u.test(password) || "a capital letter",
    /\d/.test(password) || "a digit",
    /[^\p{L}\d]/u.test(password) || "a symbol",
  ].filter((part) => part !== true);
  return missing.length > 0 ? `The password still needs ${missing.join(", ")}` : undefined;
}
