/** What is wrong with an e-mail address, for its field; undefined where nothing is. */
export function emailProblem(email: string): string | undefined {
  if (email.trim() === "") return "Enter your e-mail address";
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim()) ? undefined : "Enter an address like name@example.com";
}
