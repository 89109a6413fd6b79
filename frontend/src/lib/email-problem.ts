/** Also what a field says where the shop did not take its address all the same. */
export const ADDRESS_REFUSED = "Enter an address like name@example.com";

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const TOP_LEVEL = "(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])";
const FORM = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+${TOP_LEVEL}$`);

/** What is wrong with an e-mail address, for its field; undefined where nothing is: the shop's own rule, in words. */
export function emailProblem(email: string): string | undefined {
  const text = email.trim();
  if (text === "") return "Enter your e-mail address";
  const address = asSent(text);
  const name = address.slice(0, address.lastIndexOf("@"));
  if (/[^ -~]/.test(name)) {
    return "We can only write to addresses with plain letters before the @, without accents";
  }
  return address.length <= 254 && name.length <= 64 && FORM.test(address) ? undefined : ADDRESS_REFUSED;
}

/** An address as the shop takes it: a domain of other letters in the form that mail servers read (почта.рф, xn--…). */
export function asSent(email: string): string {
  const text = email.trim();
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  if (at < 0 || !/[^ -~]/.test(domain)) return text;
  // A URL would make another domain of these.
  if (/[\s/?#:@\\%]/.test(domain)) return text;
  try {
    return `${text.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
  } catch {
    return text;
  }
}
